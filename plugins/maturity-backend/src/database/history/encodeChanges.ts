import { STAGES, STRENGTHS } from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';
import { detailsSchema, evidenceSchema } from '../storedResults';
import type { Changes, CheckChange, Grounds } from './HistoryRecord';

const stage = z
  .string()
  .nullable()
  .transform(text => STAGES.find(each => each === text) ?? null);
const level = z.number().nullable();
const status = z.enum(['pass', 'fail', 'unknown', 'not-applicable', 'exempt']);

const groundsSchema = z
  .tuple([
    z.string(),
    z.union([z.literal(0), detailsSchema]),
    z.union([z.literal(0), evidenceSchema]),
  ])
  .transform(([reason, details, evidence]): Grounds => {
    if (evidence === 0) return details === 0 ? { reason } : { reason, details };
    const [strength, source, value, from] = evidence;
    return {
      reason,
      ...(details === 0 ? {} : { details }),
      evidence: {
        strength: STRENGTHS[strength] ?? 'declared',
        source,
        value,
        from,
      },
    };
  });

const side = z.union([z.literal(0), groundsSchema]).optional();

// What earlier versions wrote ends after the two statuses.
const checkSchema = z
  .tuple([z.string(), status, status])
  .rest(z.unknown())
  .transform(([check, from, to, ...sides]): CheckChange => {
    const [before, after] = sides.map(each => side.parse(each));
    return {
      check,
      from,
      to,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    };
  });

const changesSchema = z.object({
  stage: z.tuple([stage, stage]).optional(),
  levels: z.array(z.tuple([z.string(), level, level])),
  checks: z.array(checkSchema),
});

function encodeGrounds(grounds: Grounds | undefined): unknown {
  if (!grounds) return 0;
  const { reason, details, evidence } = grounds;
  return [
    reason,
    details ?? 0,
    evidence
      ? [
          STRENGTHS.indexOf(evidence.strength),
          evidence.source,
          evidence.value,
          evidence.from,
        ]
      : 0,
  ];
}

/** The text of the column `changes`: short lists instead of objects with names. */
export function encodeChanges(changes: Changes): string {
  return JSON.stringify({
    ...changes,
    checks: changes.checks.map(({ check, from, to, before, after }) =>
      before || after
        ? [check, from, to, encodeGrounds(before), encodeGrounds(after)]
        : [check, from, to],
    ),
  });
}

/** Reads the column `changes`; throws when it is not what `encodeChanges` writes. */
export function decodeChanges(text: string): Changes {
  return changesSchema.parse(JSON.parse(text));
}
