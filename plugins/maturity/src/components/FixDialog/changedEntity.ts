import type { Change } from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withValue(
  values: Values,
  [name, ...deeper]: readonly string[],
  value: unknown,
): Values {
  if (name === undefined) return values;
  const inner = values[name];
  return {
    ...values,
    [name]:
      deeper.length > 0
        ? withValue(isValues(inner) ? inner : {}, deeper, value)
        : value,
  };
}

function changed(entity: Entity, change: Change): Entity {
  switch (change.do) {
    case 'set-annotation': {
      const { metadata } = entity;
      const annotations = {
        ...metadata.annotations,
        [change.key]: change.value,
      };
      return { ...entity, metadata: { ...metadata, annotations } };
    }
    case 'set-field':
      return {
        ...entity,
        ...withValue({ ...entity }, change.path, change.value),
      };
    // No form that puts a check right asks for these.
    case 'remove-annotation':
    case 'remove-field':
    case 'set-link':
    case 'remove-link':
    case 'add-tag':
    case 'remove-tag':
      return entity;
    default: {
      const unreachable: never = change;
      return unreachable;
    }
  }
}

/** An entity as it is once the values of a form are set. */
export function changedEntity(
  entity: Entity,
  changes: readonly Change[],
): Entity {
  return changes.reduce(changed, entity);
}
