import type { Entity } from '@backstage/catalog-model';
import { closeEntities, PackedEntity } from './PackedEntity';

function entity(kind: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'a', annotations: { 'maturity/ci': 'jenkins' } },
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

  it('lets go of a catalog that is too large while it is read', () => {
    const read = Array.from({ length: 20_001 }, () => entity('Component'));
    const packed = read.map(one => PackedEntity.of(one));
    const last = read.length - 1;
    for (const at of [0, 19_999, last]) {
      expect(packed[at].entity).not.toBe(read[at]);
      expect(packed[at].entity).toEqual(read[at]);
    }
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
