import { readFileSync } from 'node:fs';
import knexFactory from 'knex';
import { SweptCatalog } from './SweptCatalog';

// A process that sweeps once over the entities of a file, for tests that end it in the middle. It loads
// its code first and waits for a word, so that the time that loading takes does not count.
async function main(): Promise<void> {
  const [entitiesFile, settings] = process.argv.slice(2);
  const db = knexFactory(JSON.parse(settings));
  const catalog = new SweptCatalog(db);
  catalog.entities = JSON.parse(readFileSync(entitiesFile, 'utf8'));
  await db.raw('select 1');
  process.stdout.write('ready\n');
  await new Promise(resolve => process.stdin.once('data', resolve));
  process.stdout.write('sweeping\n');
  await catalog.sweep();
  await db.destroy();
  process.stdin.destroy();
  process.stdout.write('done\n');
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
