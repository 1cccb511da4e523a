import type { Entity } from '@backstage/catalog-model';
import { SweptCatalog } from '../__testUtils__/SweptCatalog';
import { TestDatabases } from '../__testUtils__/TestDatabases';
import { closeEntities, PackedEntity } from './PackedEntity';

const databases = TestDatabases.create();

function entity(kind: string, tags?: string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'a', annotations: { 'maturity/ci': 'jenkins' }, tags },
    spec: { type: 'service' },
  };
}

describe('PackedEntity', () => {
  afterEach(() => closeEntities());

  it('is not parsed again before entities are closed', () => {
    const read = entity('Component');
    const packed = PackedEntity.of(read);
    expect(packed.entity).toBe(read);

    closeEntities();
    const { entity: again } = packed;
    expect(again).not.toBe(read);
    expect(again).toEqual(read);
    expect(packed.entity).toBe(again);
  });

  it('is let go of at the end of a sweep, also of one that fails', async () => {
    const catalog = await SweptCatalog.create(
      await databases.connect('SQLite'),
    );
    catalog.entities = [entity('Group'), entity('Component')];
    const read = [entity('Component'), entity('Component')];
    const packed = read.map(one => PackedEntity.of(one));
    await catalog.sweep();
    expect(packed[0].entity).not.toBe(read[0]);

    const again = packed[1].entity;
    expect(packed[1].entity).toBe(again);
    catalog.onPage = async () => {
      throw new Error('connect ECONNREFUSED');
    };
    await expect(catalog.sweep()).rejects.toThrow('connect ECONNREFUSED');
    expect(packed[1].entity).not.toBe(again);
  });

  it('lets go of a catalog that is too large while it is read', () => {
    const read = Array.from({ length: 20_001 }, () => entity('Component'));
    const packed = read.map(one => PackedEntity.of(one));
    const last = read.length - 1;
    for (const at of [0, 19_999, last]) {
      expect(packed[at].entity).not.toBe(read[at]);
      expect(packed[at].entity).toEqual(read[at]);
    }
  });

  it('shares equal tags, and lets go of them after many others', () => {
    const tagged = (tag: string) =>
      PackedEntity.of(entity('Component', [tag])).tags;
    const before = tagged('go');
    expect(tagged('go')).toBe(before);

    for (let at = 0; at < 10_000; at++) tagged(`build-${at}`);
    expect(tagged('go')).not.toBe(before);
    expect(tagged('go')).toEqual(before);
  });

  it('keeps the annotations of what many components belong to', () => {
    const group = PackedEntity.of(entity('Group'));
    const component = PackedEntity.of(entity('Component'));
    const { annotations } = group;
    const { annotations: other } = component;
    closeEntities();

    expect(group.annotations).toBe(annotations);
    expect(component.annotations).not.toBe(other);
    expect(component.annotations).toEqual(other);
  });
});
