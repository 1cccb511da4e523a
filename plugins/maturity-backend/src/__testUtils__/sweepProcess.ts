import { readFileSync } from 'node:fs';
import knexFactory from 'knex';
import { SweptCatalog } from './SweptCatalog';

// A process that sweeps once over the entities of a file, for tests that end it in the middle. It says
// when it has started to sweep, so that the time that loading the code takes does not count.
async function main(): Promise<void> {
  const [entitiesFile, settings] = process.argv.slice(2);
  const db = knexFactory(JSON.parse(settings));
  const catalog = await SweptCatalog.create(db);
  catalog.entities = JSON.parse(readFileSync(entitiesFile, 'utf8'));
  process.stdout.write('sweeping\n');
  await catalog.sweep();
  await db.destroy();
  process.stdout.write('done\n');
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
