import {
  type Change,
  isListField,
  type LinkValue,
} from '@backstage-maturity/plugin-maturity-common';

/** Values by the path of a field, such as `spec.owner`. */
export type FieldValues = Record<string, string | string[]>;

/** What a step asks for; an empty value asks for nothing. */
export interface Wishes {
  fields?: FieldValues | FieldValues[];
  removeFields?: string[];
  annotations?: Record<string, string>;
  removeAnnotations?: string[];
  links?: LinkValue[];
  /** Types or addresses. */
  removeLinks?: string[];
  tags?: string[];
  removeTags?: string[];
}

/** Of several maps, a value in a later one counts. */
function given<V extends string | string[]>(
  maps: readonly Record<string, V>[],
): [string, V][] {
  const values = new Map(
    maps.flatMap(Object.entries<V>).filter(([, value]) => !isEmpty(value)),
  );
  return [...values];
}

function isEmpty(value: string | string[]): boolean {
  return typeof value === 'string' ? value.trim() === '' : !value.length;
}

function setField([field, value]: [string, string | string[]]): Change {
  const path = field.split('.');
  if (typeof value !== 'string' || !isListField(path)) {
    return { do: 'set-field', path, value };
  }
  const words = value.split(',').map(word => word.trim());
  return { do: 'set-field', path, value: words.filter(Boolean) };
}

function removeLink(named: string): Change {
  return named.includes('://')
    ? { do: 'remove-link', url: named }
    : { do: 'remove-link', type: named };
}

/** The changes that a step asks for, in the order of its inputs. */
export function toChanges(wishes: Wishes): Change[] {
  const { fields = [], annotations = {} } = wishes;
  const { removeFields = [], removeAnnotations = [] } = wishes;
  const { links = [], removeLinks = [] } = wishes;
  const { tags = [], removeTags = [] } = wishes;
  return [
    ...given(Array.isArray(fields) ? fields : [fields]).map(setField),
    ...removeFields.map(
      (field): Change => ({ do: 'remove-field', path: field.split('.') }),
    ),
    ...given([annotations]).map(
      ([key, value]): Change => ({ do: 'set-annotation', key, value }),
    ),
    ...removeAnnotations.map(
      (key): Change => ({ do: 'remove-annotation', key }),
    ),
    ...links.map((link): Change => ({ do: 'set-link', link })),
    ...removeLinks.map(removeLink),
    ...tags.map((tag): Change => ({ do: 'add-tag', tag })),
    ...removeTags.map((tag): Change => ({ do: 'remove-tag', tag })),
  ];
}
