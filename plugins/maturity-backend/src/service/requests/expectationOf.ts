import type { ValueSchema } from './documentedParameters';

function ofInteger({ minimum, maximum }: ValueSchema): string {
  if (minimum === undefined || maximum === undefined) return 'an integer';
  return `an integer from ${minimum} to ${maximum}`;
}

function ofText({ pattern, minLength = 0, maxLength }: ValueSchema): string {
  if (pattern !== undefined) return `a text of the form ${pattern}`;
  if (maxLength === undefined) return 'one text';
  const least = minLength > 0 ? `${minLength} to` : 'at most';
  return `one text of ${least} ${maxLength} characters`;
}

/** What the document asks of a value, in words that follow "expected". */
export function expectationOf(schema: ValueSchema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  switch (schema.type) {
    case 'integer':
      return ofInteger(schema);
    case 'array': {
      const each = expectationOf(schema.items ?? {});
      return schema.maxItems === undefined
        ? each
        : `${each}, and at most ${schema.maxItems} of them`;
    }
    default:
      return ofText(schema);
  }
}
