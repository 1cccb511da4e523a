import { LocalPublisher } from '../local/LocalPublisher';

/** Publishes as a process of its own, whose limits a test can set. */
async function main(args: readonly string[]): Promise<void> {
  const [root, from, mode] = args;
  const { commit } = await new LocalPublisher(root).publish({
    from,
    name: 'checkout',
    message: 'Change',
    author: { name: 'Ada', email: 'ada@acme.test' },
    work: { task: mode, step: 'publish' },
    update: mode === 'update',
  });
  process.stdout.write(`${commit}\n`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
