import { readFileSync } from 'node:fs';
import type { Entity } from '@backstage/catalog-model';
import knexFactory from 'knex';
import { SweptCatalog } from './SweptCatalog';

// A process that sweeps once over the entities of a file, for tests that end it in the middle; or, given
// those from before as well, that follows what has changed since. It loads its code first and waits for a
// word, so that the time that loading takes does not count.
async function main(): Promise<void> {
  const [settings, entitiesFile, beforeFile] = process.argv.slice(2);
  const db = knexFactory(JSON.parse(settings));
  const catalog = new SweptCatalog(db);
  const entitiesOf = (file: string): Entity[] =>
    JSON.parse(readFileSync(file, 'utf8'));
  const sweep = catalog.newSweep();
  await db.raw('select 1');
  process.stdout.write('ready\n');
  await new Promise(resolve => process.stdin.once('data', resolve));
  if (beforeFile !== undefined) {
    catalog.entities = entitiesOf(beforeFile);
    await catalog.sweep(sweep);
  }
  catalog.entities = entitiesOf(entitiesFile);
  const { readings } = catalog;
  process.stdout.write('sweeping\n');
  if (beforeFile === undefined) {
    await catalog.sweep(sweep);
  } else {
    await catalog.follow(sweep);
    if (catalog.readings > readings) {
      throw new Error('All of the catalog was read for a few changes.');
    }
  }
  await db.destroy();
  process.stdin.destroy();
  process.stdout.write('done\n');
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
