import {
  annotationProblem,
  type FixField,
  formChanges,
} from '@backstage-maturity/plugin-maturity-common';

/** Why a value of a field cannot be taken. */
export interface FieldProblem {
  found: string;
  expected: string;
  /** A value that means the same and can be taken. */
  repair?: string;
}

/** What is wrong with a value as it is typed; an empty one is not wrong yet. */
export function fieldProblem(
  field: FixField,
  value: string,
): FieldProblem | undefined {
  if (value.trim() === '') return undefined;
  if (field.sets.is === 'annotation') {
    return annotationProblem(field.sets.key, value);
  }
  const { problems } = formChanges(
    { needs: 'all', fields: [field] },
    new Map([[field.id, value]]),
  );
  return problems.at(0);
}
