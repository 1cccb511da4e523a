import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { Cursor, Sort } from '../database';

const schema = z.object({
  s: z.string(),
  d: z.enum(['after', 'before']),
  v: z.union([z.string(), z.number()]),
  r: z.string(),
});

/** The text of an order, as in the query parameter `sort`. */
export function sortText(sort: Sort): string {
  const field =
    sort.field === 'level' || sort.field === 'score'
      ? `${sort.field}:${sort.track}`
      : sort.field;
  return sort.descending ? `-${field}` : field;
}

/** A cursor as an opaque text that also tells the order it belongs to. */
export function encodeCursor(cursor: Cursor, sort: Sort): string {
  const { direction: d, value: v, entityRef: r } = cursor;
  return Buffer.from(JSON.stringify({ s: sortText(sort), d, v, r })).toString(
    'base64url',
  );
}

const LATEST_MS = Date.parse('9999-12-31T23:59:59Z');
const LARGEST_NUMBER = 32_767;

function within(value: Cursor['value'], least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

/** Whether a value is one of those that the order compares with; a database refuses to compare others. */
function fits(value: Cursor['value'], sort: Sort): boolean {
  switch (sort.field) {
    case 'name':
    case 'owner':
    case 'system':
    case 'type':
      return typeof value === 'string';
    case 'evaluated':
      return Number.isInteger(value) && within(value, 0, LATEST_MS);
    case 'overall':
      return within(value, -LARGEST_NUMBER, LARGEST_NUMBER);
    case 'tier':
    case 'stage':
    case 'level':
    case 'score':
      return (
        Number.isInteger(value) &&
        within(value, -LARGEST_NUMBER, LARGEST_NUMBER)
      );
    default: {
      const unknown: never = sort;
      throw new Error(`There is no order by "${JSON.stringify(unknown)}".`);
    }
  }
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function notGiven(text: string): InputError {
  return new InputError(
    `The query parameter "cursor" is "${text}"; expected a cursor that an earlier page gave.`,
  );
}

/** Reads a cursor; refuses one that was not given for this order. */
export function parseCursor(text: string, sort: Sort): Cursor {
  const parsed = schema.safeParse(decode(text));
  if (!parsed.success || JSON.stringify(parsed.data).includes('\\u0000')) {
    throw notGiven(text);
  }
  const { s, d, v, r } = parsed.data;
  if (s !== sortText(sort)) {
    throw new InputError(
      `The query parameter "cursor" belongs to the order "${s}"; expected a cursor of the order "${sortText(
        sort,
      )}".`,
    );
  }
  if (!fits(v, sort)) throw notGiven(text);
  return { direction: d, value: v, entityRef: r };
}
