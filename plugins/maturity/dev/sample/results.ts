import {
  type CheckDefinition,
  type CheckResult,
} from '@backstage-maturity/plugin-maturity-common';
import { definitionSet } from './definitions';
import type { SampleService } from './services';

const NON_RUNTIME = ['library'];
const SPECIAL = ['audit-trail', 'mlops-pipeline', 'sla-backed-by-slo'];

/** A small number that depends on the words alone, so that the sample never changes. */
function spin(...words: string[]): number {
  let hash = 7;
  for (const char of words.join('/')) {
    hash = (hash * 31 + char.charCodeAt(0)) % 9973;
  }
  return hash / 9973;
}

/** The results of a service, in the order of the definitions. */
export function resultsOf(service: SampleService): CheckResult[] {
  return definitionSet.checks.map(({ definition }) => {
    const { id: check, track, level, remedy } = definition;
    return { check, track, level, remedy, ...outcome(service, definition) };
  });
}

type Outcome = Pick<CheckResult, 'status' | 'reason' | 'details' | 'evidence'>;

function outcome(service: SampleService, check: CheckDefinition): Outcome {
  const hidden = notApplicable(service, check);
  if (hidden) return { status: 'not-applicable', ...hidden, evidence: [] };
  const luck = spin(service.name, check.id);
  if (service.bare) return bare(check, luck);
  const reached = reachedOn(service, check.track);
  const passes =
    check.level <= Math.floor(reached) ||
    (check.level === Math.floor(reached) + 1 && luck < reached % 1);
  if (passes) return passing(service, check, luck);
  const sources = [`maturity/${check.id}`];
  if (check.absent === 'unknown' && luck > 0.35) {
    return {
      status: 'unknown',
      reason: 'no-evidence',
      details: { sources },
      evidence: [],
    };
  }
  return luck > 0.9
    ? {
        status: 'fail',
        reason: 'negative',
        details: { source: sources[0], value: 'none' },
        evidence: [
          {
            strength: 'declared',
            source: sources[0],
            value: 'none',
            from: null,
          },
        ],
      }
    : { status: 'fail', reason: 'missing', details: { sources }, evidence: [] };
}

/** What the catalog tells by itself is mostly in order; all else is missing. */
function bare(check: CheckDefinition, luck: number): Outcome {
  const sources = [`maturity/${check.id}`];
  if (check.applies === 'ALL' && luck > 0.3) {
    const source = 'relations';
    return {
      status: 'pass',
      reason: 'graph',
      details: { source, value: 'team' },
      evidence: [{ strength: 'graph', source, value: 'team', from: null }],
    };
  }
  return check.absent === 'fail'
    ? { status: 'fail', reason: 'missing', details: { sources }, evidence: [] }
    : {
        status: 'unknown',
        reason: 'no-evidence',
        details: { sources },
        evidence: [],
      };
}

function reachedOn(service: SampleService, track: string): number {
  if (track === 'devops') return service.devops;
  return track === 'sre' ? service.sre : service.platform;
}

function passing(
  service: SampleService,
  check: CheckDefinition,
  luck: number,
): Outcome {
  if (luck > 0.8 && service.system) {
    const source = `maturity/${check.id}`;
    return {
      status: 'pass',
      reason: 'inherited',
      details: { from: service.system, source, value: 'yes' },
      evidence: [
        { strength: 'declared', source, value: 'yes', from: service.system },
      ],
    };
  }
  if (luck > 0.55) {
    const source = `maturity/${check.id}`;
    return {
      status: 'pass',
      reason: 'declared',
      details: { source, value: 'yes' },
      evidence: [{ strength: 'declared', source, value: 'yes', from: null }],
    };
  }
  if (luck > 0.3) {
    const source = 'github.com/project-slug';
    const value = `acme/${service.name}`;
    return {
      status: 'pass',
      reason: 'linked',
      details: { source, value },
      evidence: [{ strength: 'linked', source, value, from: null }],
    };
  }
  const source = '.github/workflows/ci.yaml';
  return {
    status: 'pass',
    reason: 'observed',
    details: { source, value: 'build' },
    evidence: [
      { strength: 'observed', source, value: 'build', from: null },
      {
        strength: 'linked',
        source: 'github.com/project-slug',
        value: `acme/${service.name}`,
        from: null,
      },
    ],
  };
}

function notApplicable(
  service: SampleService,
  check: CheckDefinition,
): Pick<Outcome, 'reason' | 'details'> | undefined {
  const { lifecycle, type } = service;
  const tier = service.tier ?? 2;
  if (lifecycle !== 'production') {
    return check.level > 1 ||
      (check.track === 'sre' && lifecycle === 'experimental')
      ? { reason: lifecycle }
      : undefined;
  }
  if (SPECIAL.includes(check.id)) return { reason: 'not-regulated' };
  if (check.track !== 'sre') return undefined;
  if (NON_RUNTIME.includes(type)) {
    return { reason: 'not-runtime', details: { type } };
  }
  const asked = 5 - tier;
  return check.level > asked
    ? { reason: 'tier', details: { tier, tiers: ['1'] } }
    : undefined;
}
