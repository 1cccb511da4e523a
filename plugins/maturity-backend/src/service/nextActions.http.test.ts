import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { startPortal } from '../__testUtils__/startPortal';
import { TestCatalog } from '../__testUtils__/TestCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';

jest.setTimeout(60_000);

const EXAMPLES = path.resolve(__dirname, '../../../../examples');
const databases = TestDatabases.create();

function demo(lifecycle?: string): Entity[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file =>
      parseAllDocuments(readFileSync(path.join(EXAMPLES, file), 'utf8')),
    )
    .map(document => document.toJS())
    .filter(({ kind }) => kind !== 'Location')
    .map(entity =>
      lifecycle && entity.kind === 'Component'
        ? { ...entity, spec: { ...entity.spec, lifecycle } }
        : entity,
    );
}

describe('Next actions', () => {
  it.each([
    ['the demo organization', demo()],
    ['one that has nothing in production', demo('experimental')],
  ])('of %s lead to exactly what they count', async (_, entities) => {
    const portal = await startPortal({
      db: await databases.connect('SQLite'),
      catalog: new TestCatalog(entities),
    });
    await portal.sweep();
    const { body } = await portal.get('/advice');
    const counted: unknown[] = [];
    const listed: unknown[] = [];
    for (const { id, count, entityRefs, filter } of body.advice.nextActions) {
      if (filter === '') continue;
      const list = await portal.get(`/scorecards?${filter}&limit=500`);
      const refs = list.body.items.map(
        ({ entityRef }: { entityRef: string }) => entityRef,
      );
      counted.push([id, count, entityRefs]);
      listed.push([
        id,
        list.body.totalItems,
        entityRefs.filter((ref: string) => refs.includes(ref)),
      ]);
    }
    await portal.stop();

    expect(listed.length).toBeGreaterThan(1);
    expect(listed).toEqual(counted);
  });
});
