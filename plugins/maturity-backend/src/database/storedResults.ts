import {
  type Evidence,
  type ReasonDetails,
  type Status,
  STRENGTHS,
} from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';
import type { StoredResult } from './records';

// Results are most of what is stored, and most of what a sweep writes. So each is a short list instead
// of an object with names, and results that do not apply are kept as ids by reason.

const CODES: Readonly<Record<Status, string>> = {
  pass: 'p',
  fail: 'f',
  unknown: 'u',
  'not-applicable': 'n',
  exempt: 'e',
};

const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['p', 'pass'],
  ['f', 'fail'],
  ['u', 'unknown'],
  ['n', 'not-applicable'],
  ['e', 'exempt'],
]);

/** Stands for details that repeat source and value of the first piece of evidence. */
const AS_EVIDENCE = 1;

/** A piece of evidence as it is stored. */
export const evidenceSchema = z
  .tuple([z.number(), z.string(), z.string(), z.string().nullable()])
  .rest(z.literal(1));

/** Details of a reason as they are stored. */
export const detailsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

const resultSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.union([z.literal(0), z.literal(AS_EVIDENCE), detailsSchema]),
  z.array(evidenceSchema),
]);

const resultsSchema = z.object({
  results: z.array(resultSchema),
  notApplicable: z.array(z.tuple([z.string(), z.array(z.string())])),
});

function repeatsEvidence(
  details: ReasonDetails,
  evidence: readonly Evidence[],
): boolean {
  const first = evidence.at(0);
  return (
    first !== undefined &&
    details.source === first.source &&
    details.value === first.value &&
    Object.keys(details).length === 2
  );
}

function encodeEvidence(one: Evidence): z.infer<typeof evidenceSchema> {
  const strength = STRENGTHS.indexOf(one.strength);
  return one.supporting
    ? [strength, one.source, one.value, one.from, 1]
    : [strength, one.source, one.value, one.from];
}

function encode(result: StoredResult): string {
  const { check, status, reason, details, evidence } = result;
  return JSON.stringify([
    check,
    CODES[status],
    reason,
    details && repeatsEvidence(details, evidence) ? AS_EVIDENCE : details ?? 0,
    evidence.map(encodeEvidence),
  ]);
}

/** Texts of results that many entities share, each as one object that cannot change. */
const encodedOnce = new WeakMap<StoredResult, string>();

function encodeOnce(result: StoredResult): string {
  if (!Object.isFrozen(result)) return encode(result);
  let text = encodedOnce.get(result);
  if (text === undefined) {
    text = encode(result);
    encodedOnce.set(result, text);
  }
  return text;
}

function decodeEvidence(encoded: z.infer<typeof evidenceSchema>): Evidence {
  const [strength, source, value, from, supporting] = encoded;
  return {
    strength: STRENGTHS[strength] ?? 'declared',
    source,
    value,
    from,
    ...(supporting ? { supporting: true } : {}),
  };
}

function decode(encoded: z.infer<typeof resultSchema>): StoredResult {
  const [check, code, reason, details, pieces] = encoded;
  const evidence = pieces.map(decodeEvidence);
  const result = {
    check,
    status: STATUSES.get(code) ?? 'unknown',
    reason,
    evidence,
  };
  if (details === 0) return result;
  if (details !== AS_EVIDENCE) return { ...result, details };
  const { source, value } = evidence[0];
  return { ...result, details: { source, value } };
}

function hasOnlyReason(result: StoredResult): boolean {
  return (
    result.status === 'not-applicable' &&
    !result.details &&
    !result.evidence.length
  );
}

/**
 * The text of the column `results`: equal for equal results in the same order, whichever of them happen to be
 * shared, because the hash of a scorecard covers it. The order is not kept when it is read: definitions tell it.
 */
export function encodeResults(results: readonly StoredResult[]): string {
  const notApplicable = new Map<string, string[]>();
  const others: string[] = [];
  for (const result of results) {
    if (!hasOnlyReason(result)) {
      others.push(encodeOnce(result));
      continue;
    }
    const ids = notApplicable.get(result.reason);
    if (ids) ids.push(result.check);
    else notApplicable.set(result.reason, [result.check]);
  }
  const rest = JSON.stringify([...notApplicable]);
  return `{"results":[${others.join(',')}],"notApplicable":${rest}}`;
}

/** Reads the column `results`; throws when it is not what `encodeResults` writes. */
export function decodeResults(text: string): StoredResult[] {
  const { results, notApplicable } = resultsSchema.parse(JSON.parse(text));
  return [
    ...results.map(decode),
    ...notApplicable.flatMap(([reason, ids]) =>
      ids.map(
        (check): StoredResult => ({
          check,
          status: 'not-applicable',
          reason,
          evidence: [],
        }),
      ),
    ),
  ];
}

const outlineSchema = z.object({
  results: z.array(z.tuple([z.string(), z.string()]).rest(z.unknown())),
  notApplicable: z.array(z.tuple([z.string(), z.array(z.string())])),
});

/**
 * The results of the column `results`: those of some checks in full, of the others only the statuses,
 * which costs a part of reading all of them.
 */
export function outlineResults(
  text: string,
  inFull: ReadonlySet<string>,
): StoredResult[] {
  const { results, notApplicable } = outlineSchema.parse(JSON.parse(text));
  return [
    ...results.map(([check, code, ...rest]): StoredResult => {
      if (inFull.has(check)) {
        return decode(resultSchema.parse([check, code, ...rest]));
      }
      const status = STATUSES.get(code) ?? 'unknown';
      return { check, status, reason: '', evidence: [] };
    }),
    ...notApplicable.flatMap(([reason, ids]) =>
      ids.map(
        (check): StoredResult => ({
          check,
          status: 'not-applicable',
          reason,
          evidence: [],
        }),
      ),
    ),
  ];
}

const statusesSchema = z.object({
  results: z.array(z.tuple([z.string(), z.string()]).rest(z.unknown())),
});

// Only what is picked is looked into.
const looseSchema = z.object({
  results: z.array(z.unknown()),
  notApplicable: z.array(z.tuple([z.string(), z.array(z.string())])),
});

/** Reads only some results of the column `results`, by check, which costs a part of reading all of them. */
export function pickResults(
  text: string,
  checks: ReadonlySet<string>,
): Map<string, StoredResult> {
  const { results, notApplicable } = looseSchema.parse(JSON.parse(text));
  const found = new Map<string, StoredResult>();
  for (const result of results) {
    if (Array.isArray(result) && checks.has(String(result[0]))) {
      const decoded = decode(resultSchema.parse(result));
      found.set(decoded.check, decoded);
    }
  }
  for (const [reason, ids] of notApplicable) {
    for (const check of ids.filter(id => checks.has(id))) {
      found.set(check, {
        check,
        status: 'not-applicable',
        reason,
        evidence: [],
      });
    }
  }
  return found;
}

/** The statuses in the column `results`, by check, without those that do not apply for a reason of their tier or kind alone. */
export function readStatuses(text: string): (readonly [string, Status])[] {
  const { results } = statusesSchema.parse(JSON.parse(text));
  return results.map(
    ([check, code]) => [check, STATUSES.get(code) ?? 'unknown'] as const,
  );
}

/** The text of the column `passed`: ids of passed checks, each between two bars. */
export function encodePassed(results: readonly StoredResult[]): string {
  const passed = results.filter(result => result.status === 'pass');
  return passed.length
    ? `|${passed.map(result => result.check).join('|')}|`
    : '';
}
