import {
  type Change,
  type FixField,
  formChanges,
  type FormChanges,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { useMemo, useState } from 'react';
import { annotateChanges } from './annotateChanges';
import { annotateFields } from './annotateFields';
import { fieldProblem } from './fieldProblem';
import type { FixRequest } from './FixRequest';

/** A form, what was typed, and what it comes to. */
export interface Wishes {
  fields: readonly FixField[];
  valueOf(field: FixField): string;
  set(field: FixField, value: string): void;
  /** Changes by entity; none while something is missing or wrong. */
  edits: ReadonlyMap<string, readonly Change[]>;
  /** Whether a value that was typed cannot be taken, or another is still missing. */
  waiting: boolean;
  /** Whether anything was typed that is not there already. */
  isTouched: boolean;
}

function fieldsOf(request: FixRequest, entity: Entity): readonly FixField[] {
  if (request.is === 'annotate') return annotateFields(entity);
  return request.fix.kind === 'form' ? request.fix.fields : [];
}

function wanted(
  request: FixRequest,
  fields: readonly FixField[],
  values: ReadonlyMap<string, string>,
): FormChanges {
  if (request.is === 'annotate') return annotateChanges(fields, values);
  const { fix } = request;
  switch (fix.kind) {
    case 'form':
      return formChanges(fix, values);
    case 'changes':
      return { edits: new Map([[fix.entity, fix.changes]]), problems: [] };
    case 'advice':
      return { edits: new Map(), problems: [] };
    default: {
      const unreachable: never = fix;
      return unreachable;
    }
  }
}

/** Keeps what is typed into the form of a request. */
export function useWishes(request: FixRequest, entity: Entity): Wishes {
  const fields = useMemo(() => fieldsOf(request, entity), [request, entity]);
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const { edits, problems } = wanted(request, fields, values);
  const wrong = fields.some(field => {
    const value = values.get(field.id);
    return value !== undefined && fieldProblem(field, value) !== undefined;
  });
  return {
    fields,
    valueOf: field => values.get(field.id) ?? field.current,
    set: (field, value) =>
      setValues(before => new Map(before).set(field.id, value)),
    edits: wrong ? new Map() : edits,
    waiting: values.size > 0 && (wrong || problems.length > 0),
    isTouched: fields.some(
      ({ id, current }) => (values.get(id) ?? current).trim() !== current,
    ),
  };
}
