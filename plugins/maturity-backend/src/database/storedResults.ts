import { createHash } from 'node:crypto';
import {
  type Status,
  STRENGTHS,
} from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';
import type { StoredResult } from './records';

// Results are most of what is stored, so each is a short list instead of an object with names.
const CODES = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
  exempt: 'e',
} as const satisfies Record<Status, string>;

const STATUSES: Readonly<Record<string, Status>> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
  e: 'exempt',
};

const evidenceSchema = z
  .tuple([z.number(), z.string(), z.string(), z.string().nullable()])
  .rest(z.literal(1));

const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

const resultSchema = z.object({
  c: z.string(),
  s: z.string(),
  r: z.string(),
  d: detailsSchema.optional(),
  e: z.array(evidenceSchema).optional(),
});

const resultsSchema = z.array(resultSchema);

type EncodedResult = z.infer<typeof resultSchema>;

function encode(result: StoredResult): EncodedResult {
  const encoded: EncodedResult = {
    c: result.check,
    s: CODES[result.status],
    r: result.reason,
  };
  if (result.details) {
    encoded.d = Object.fromEntries(
      Object.entries(result.details).map(([key, value]) => [
        key,
        typeof value === 'object' ? [...value] : value,
      ]),
    );
  }
  if (result.evidence.length) {
    encoded.e = result.evidence.map(one => {
      const strength = STRENGTHS.indexOf(one.strength);
      return one.supporting
        ? [strength, one.source, one.value, one.from, 1]
        : [strength, one.source, one.value, one.from];
    });
  }
  return encoded;
}

function decode(encoded: EncodedResult): StoredResult {
  return {
    check: encoded.c,
    status: STATUSES[encoded.s] ?? 'unknown',
    reason: encoded.r,
    ...(encoded.d ? { details: encoded.d } : {}),
    evidence: (encoded.e ?? []).map(
      ([strength, source, value, from, supporting]) => ({
        strength: STRENGTHS[strength] ?? 'declared',
        source,
        value,
        from,
        ...(supporting ? { supporting: true } : {}),
      }),
    ),
  };
}

/** The text of the column `results`. */
export function encodeResults(results: readonly StoredResult[]): string {
  return JSON.stringify(results.map(encode));
}

/** Reads the column `results`; throws when it is not what `encodeResults` writes. */
export function decodeResults(text: string): StoredResult[] {
  return resultsSchema.parse(JSON.parse(text)).map(decode);
}

/** The text of the column `passed`, in which `passedPattern` finds a check. */
export function encodePassed(results: readonly StoredResult[]): string {
  const passed = results.filter(result => result.status === 'pass');
  return passed.length
    ? `|${passed.map(result => result.check).join('|')}|`
    : '';
}

/** A short hash that differs when any of the values does. */
export function contentHash(values: readonly unknown[]): string {
  return createHash('sha1')
    .update(JSON.stringify(values))
    .digest('base64url');
}
