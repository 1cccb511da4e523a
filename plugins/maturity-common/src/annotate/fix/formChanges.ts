import { changeRefusals } from '../values/changeRefusals';
import type { Change } from '../types';
import type { FixField, FixForm } from './types';

/**
 * What the values of a form come to: changes by the reference of the entity that holds them, and what
 * is wrong with the values. There are no changes while anything is wrong.
 *
 * @public
 */
export interface FormChanges {
  edits: ReadonlyMap<string, readonly Change[]>;
  problems: readonly FormFieldProblem[];
}

/**
 * A value that cannot be taken; `field` is empty where the form as a whole lacks a value.
 *
 * @public
 */
export interface FormFieldProblem {
  field: string;
  found: string;
  expected: string;
}

function wordsOf(value: string): string[] {
  return value
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
}

function isSameValue(field: FixField, value: string): boolean {
  return field.sets.is === 'field' && field.sets.list
    ? wordsOf(field.current).join() === wordsOf(value).join()
    : field.current === value;
}

/** The change that gives a field a value; undefined where it has it already. */
export function fieldChange(
  field: FixField,
  written: string,
): Change | undefined {
  const value = written.trim();
  if (isSameValue(field, value)) {
    return undefined;
  }
  const { sets } = field;
  switch (sets.is) {
    case 'annotation':
      return value === ''
        ? { do: 'remove-annotation', key: sets.key }
        : { do: 'set-annotation', key: sets.key, value };
    case 'field': {
      const { path } = sets;
      if (value === '') {
        return { do: 'remove-field', path };
      }
      return {
        do: 'set-field',
        path,
        value: sets.list ? wordsOf(value) : value,
      };
    }
    default: {
      const unreachable: never = sets;
      return unreachable;
    }
  }
}

function missing(
  form: Pick<FixForm, 'needs' | 'fields'>,
  valueOf: (field: FixField) => string,
): FormFieldProblem[] {
  const empty = form.fields.filter(each => valueOf(each) === '');
  if (form.needs === 'one') {
    return empty.length === form.fields.length
      ? [{ field: '', found: '', expected: 'a value in one of the fields' }]
      : [];
  }
  return empty.map(({ id }) => ({
    field: id,
    found: '',
    expected: 'a value',
  }));
}

/**
 * Turns the values of a form, by the id of the field, into changes. A field that is not named keeps
 * its value; one that is emptied is removed.
 *
 * @public
 */
export function formChanges(
  form: Pick<FixForm, 'needs' | 'fields'>,
  values: ReadonlyMap<string, string>,
): FormChanges {
  const valueOf = (field: FixField) =>
    (values.get(field.id) ?? field.current).trim();
  const problems = missing(form, valueOf);
  const edits = new Map<string, Change[]>();
  for (const field of form.fields) {
    const change = fieldChange(field, valueOf(field));
    if (!change) {
      continue;
    }
    const [refusal] = changeRefusals([change]);
    if (refusal) {
      const { found, expected } = refusal;
      problems.push({ field: field.id, found, expected });
    }
    edits.set(field.entity, [...(edits.get(field.entity) ?? []), change]);
  }
  return { edits: problems.length > 0 ? new Map() : edits, problems };
}
