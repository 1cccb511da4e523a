import { adjustCheck, builtIn } from '../engine/builtIn';
import { declared } from '../engine/keys';
import { relativePath } from '../engine/repositoryPaths';
import { urlOrPath } from '../engine/rules';
import type { Traits } from '../engine/traits';
import { everySloParses } from '../questions/slo';
import type { Check, Settings } from '../types';

export const sloDefined = builtIn(
  {
    id: 'slo-defined',
    title: 'A reliability target with a window exists',
    track: 'sre',
    level: 2,
    weight: 5,
    applies: 'T123',
    decides:
      '`maturity/slo` (inline grammar in slo.md), `maturity/slo-spec` (path or URL of the SLO file), `metadata.links[type=slo]`',
    passes:
      'every inline item parses with 0 < objective < 100 and a window of 1..366 d; or a spec path/URL that is not a placeholder',
    fails:
      'malformed, objective >= 100 or <= 0, window missing; a malformed inline value fails even when a spec is linked',
    absent: 'unknown',
    source: 'Google SRE SLO (100% is the wrong target); article 99.95%/30 d',
    remedy:
      'State a target below 100% over a period, for example `availability=99.9/30d`.',
    inherits: [],
    claims: [34, 36, 38, 77],
    observed:
      'an SLO file (OpenSLO v1 or Sloth prometheus/v1) that parses and has an objective below 100 and a window',
    nature: 'technical',
  },
  {
    keys: [
      declared('maturity/slo', { rule: everySloParses }),
      declared('maturity/slo-spec', { rule: urlOrPath, path: relativePath }),
    ],
    linkTypes: ['slo'],
    seen: 'sufficient',
  },
);

const withKeys = new WeakMap<readonly string[], Check>();

/** The check with the keys of the settings, made once for each list of them. */
function asConfigured({ sloKeys }: Settings): Check {
  if (sloKeys.length === 0) return sloDefined;
  let check = withKeys.get(sloKeys);
  if (!check) {
    check = adjustCheck(sloDefined, { extraKeys: sloKeys });
    withKeys.set(sloKeys, check);
  }
  return check;
}

/** For checks that mean nothing without an objective: judged on the evidence for one, whatever becomes of the check itself. */
export const VALID_SLO: Traits['condition'] = {
  holds: (view, context) =>
    asConfigured(context.settings).decide(view, context).status === 'pass',
  otherwise: 'no-valid-slo',
};
