import {
  annotateField,
  createEntityView,
  type FixField,
  OWN_KEYS,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';

/** Shown without a search, before all others; they answer most checks. */
const FIRST: readonly string[] = [
  'spec.owner',
  'spec.system',
  'spec.lifecycle',
  'maturity/tier',
  'maturity/slo',
  'maturity/on-call',
  'maturity/runbook',
];

type CatalogField = Pick<FixField, 'label' | 'help' | 'picker'> & {
  name: string;
};

const CATALOG_FIELDS: readonly CatalogField[] = [
  {
    name: 'owner',
    label: 'Owner',
    help: 'The team that both changes and runs it.',
    picker: { kind: 'owner' },
  },
  {
    name: 'system',
    label: 'System',
    help: 'The system that it is a part of.',
    picker: { kind: 'system' },
  },
  {
    name: 'lifecycle',
    label: 'Lifecycle',
    help: 'How far it has come.',
    picker: {
      kind: 'choice',
      options: ['production', 'experimental', 'deprecated'],
      free: true,
    },
  },
];

/** A field of the catalog's own that has a value, or that the kind can have. */
function catalogFields(entity: Entity, ref: string): FixField[] {
  if (entity.kind !== 'Component') return [];
  const spec = new Map(Object.entries(entity.spec ?? {}));
  return CATALOG_FIELDS.map(({ name, ...words }) => {
    const value = spec.get(name);
    return {
      ...words,
      id: `spec.${name}`,
      current: typeof value === 'string' ? value.trim() : '',
      entity: ref,
      sets: { is: 'field', path: ['spec', name], list: false },
    };
  });
}

/** Everything that a person can say about an entity here: its place in the catalog, and our annotations for its kind. */
export function annotateFields(entity: Entity): FixField[] {
  const view = createEntityView(entity);
  return [
    ...catalogFields(entity, view.ref),
    ...OWN_KEYS.filter(
      // An exemption is for one check, so it belongs to that check.
      ({ kinds, name }) => kinds.includes(entity.kind) && !name.includes('<'),
    ).map(own => annotateField(own, view)),
  ];
}

function rankOf({ id }: FixField): number {
  const rank = FIRST.indexOf(id);
  return rank < 0 ? FIRST.length : rank;
}

/** The fields to show: those that match a search; without one, the most useful and those that have a value. */
export function fieldsToShow(
  fields: readonly FixField[],
  search: string,
): FixField[] {
  const wanted = search.trim().toLowerCase();
  return fields
    .filter(({ id, label, help, current }) =>
      wanted === ''
        ? current !== '' || FIRST.includes(id)
        : [id, label, help].some(text => text.toLowerCase().includes(wanted)),
    )
    .sort((one, other) => rankOf(one) - rankOf(other));
}
