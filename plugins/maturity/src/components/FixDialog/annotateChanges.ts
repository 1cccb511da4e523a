import {
  type Change,
  type FixField,
  formChanges,
  type FormChanges,
} from '@backstage-maturity/plugin-maturity-common';

function removal({ sets }: FixField): Change {
  return sets.is === 'annotation'
    ? { do: 'remove-annotation', key: sets.key }
    : { do: 'remove-field', path: sets.path };
}

/** What annotating comes to: fields that were changed are set, those that were emptied are removed. */
export function annotateChanges(
  fields: readonly FixField[],
  values: ReadonlyMap<string, string>,
): FormChanges {
  const isTouched = (field: FixField, value: string | undefined) =>
    value !== undefined && value.trim() !== field.current;
  const touched = fields.filter(field =>
    isTouched(field, values.get(field.id)),
  );
  const emptied = touched.filter(({ id }) => values.get(id)?.trim() === '');
  const filled = touched.filter(field => !emptied.includes(field));
  const { edits, problems } = formChanges(
    { needs: 'all', fields: filled },
    values,
  );
  if (problems.length > 0) return { edits, problems };
  const all = new Map(edits);
  for (const field of emptied) {
    all.set(field.entity, [...(all.get(field.entity) ?? []), removal(field)]);
  }
  return { edits: all, problems };
}
