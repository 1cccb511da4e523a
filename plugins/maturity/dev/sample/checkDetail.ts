import type {
  CheckDetail,
  Definitions,
  ScorecardDetail,
} from '@backstage-maturity/plugin-maturity-common';
import { NotFoundError } from '@backstage/errors';

/** A check with its counts over details, as the backend sends it. */
export function checkDetail(
  id: string,
  options: {
    definitions: Definitions;
    details: readonly ScorecardDetail[];
  },
): CheckDetail {
  const { definitions, details } = options;
  const check = definitions.checks.find(one => one.id === id);
  if (!check) {
    throw new NotFoundError(`There is no check "${id}".`);
  }
  const counts = {
    pass: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    exempt: 0,
  };
  for (const { scorecard } of details) {
    const result = scorecard.results.find(one => one.check === id);
    if (result) counts[result.status] += 1;
  }
  return { check, counts };
}
