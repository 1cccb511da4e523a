import {
  goldenPathPasses,
  type ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import { type Db, readRepositoryFacts } from '../database';
import { unpackFacts } from '../facts';

/**
 * The scorecard with the passes that came with the entity's golden path. No verdict depends on it, so it is
 * told when somebody reads the scorecard, from what was last seen in the files, and costs no sweep anything.
 */
export async function withGoldenPath(
  detail: ScorecardDetail,
  { db }: { db: Db },
): Promise<ScorecardDetail> {
  const { entityRef, results } = detail.scorecard;
  const origin = results.find(({ check }) => check === 'golden-path-origin');
  const template = origin?.details?.template;
  if (origin?.status !== 'pass' || typeof template !== 'string') return detail;
  const facts = (await readRepositoryFacts(db, [entityRef])).get(entityRef);
  if (!facts) return detail;
  const checks = goldenPathPasses(
    results,
    unpackFacts(facts.packed).goldenPath,
  );
  return checks.length
    ? { ...detail, goldenPath: { template, checks } }
    : detail;
}
