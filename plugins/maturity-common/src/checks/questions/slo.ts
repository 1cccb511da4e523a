import type { EntityView } from '../../entity';
import { parseSlos } from '../../slo';
import type { Slo, SloParse, SloSpec } from '../../slo/types';
import { jointly, piece, shown } from '../engine/evidence';
import type { Judgement, Finding, Question, Rule } from '../engine/traits';
import type { CheckContext, Evidence } from '../types';

export const SLO_KEY = 'maturity/slo';
export const SLO_SPEC_KEY = 'maturity/slo-spec';
const SLA_KEY = 'maturity/sla';

const NONE: SloParse = Object.freeze({ slos: [], problems: [] });

/** Several checks of one entity read the same value, and many entities promise the same. */
const parsed = new Map<string, SloParse>();
const MOST_PARSED = 1000;

function parseOnce(text: string): SloParse {
  const known = parsed.get(text);
  if (known) {
    return known;
  }
  const result = parseSlos(text);
  // The texts come from users: neither their number nor their length may fill the memory.
  if (text.length <= 200 && parsed.size < MOST_PARSED) {
    parsed.set(text, result);
  }
  return result;
}

/** The inline SLOs of an entity; none when the annotation is absent, negative or a placeholder. */
export function inlineSlos(view: EntityView): SloParse {
  const read = view.read(SLO_KEY);
  return read.state === 'value' ? parseOnce(read.value) : NONE;
}

function judgeParse({ slos, problems }: SloParse): Judgement {
  const problem = problems.at(0);
  if (problem) {
    return {
      verdict: 'fail',
      reason: 'malformed-slo',
      details: {
        position: problem.position,
        found: shown(problem.text),
        expected: problem.expected,
        problems: problems.length,
      },
    };
  }
  return slos.length > 0
    ? { verdict: 'pass' }
    : {
        verdict: 'fail',
        reason: 'malformed',
        details: { expected: 'at least one objective' },
      };
}

/** Every inline objective can be read. */
export const everySloParses: Rule = (_, { view }) =>
  judgeParse(inlineSlos(view));

/** Do the inline SLOs name indicators? */
export const indicatorsImplied: Question = (view): Finding | undefined => {
  const indicators = [
    ...new Set(inlineSlos(view).slos.map(({ indicator }) => indicator)),
  ];
  const read = view.read(SLO_KEY);
  return indicators.length === 0 || read.state !== 'value'
    ? undefined
    : {
        kind: 'evidence',
        evidence: [
          piece({ strength: 'declared', source: SLO_KEY, value: read.value }),
        ],
        reason: 'indicators-implied',
        details: { indicators },
      };
};

function promiseOf({ indicator, bound, objective }: Slo): string {
  return `${indicator}${bound ? `(${bound.text})` : ''}=${objective}`;
}

function isStricter(slo: Slo, sla: Slo): boolean {
  return (
    slo.indicator === sla.indicator &&
    slo.objectivePpm > sla.objectivePpm &&
    (!sla.bound || (slo.bound !== undefined && slo.bound.ms <= sla.bound.ms))
  );
}

interface ReadSpec {
  source: string;
  spec: SloSpec;
}

/** The SLO files of the repository that describe the entity. */
function specsOf(view: EntityView, { facts }: CheckContext): ReadSpec[] {
  const specs = facts.repository?.sloSpecs ?? [];
  const read = view.read('maturity/slo-service');
  const service = read.state === 'value' ? read.value : view.name;
  return specs.filter(({ spec }) => spec.service === service);
}

function specStands(
  { spec }: ReadSpec,
  sla: Slo,
  boundsMatter: boolean,
): boolean {
  return spec.objectives.some(
    objective =>
      objective.indicator === sla.indicator &&
      objective.objectivePpm > sla.objectivePpm &&
      // A file that was read for its objectives does not tell the bound.
      !(boundsMatter && sla.bound),
  );
}

function linkedSpec(view: EntityView): string | undefined {
  const read = view.read(SLO_SPEC_KEY);
  return read.state === 'value' ? read.value : view.links('slo').at(0)?.url;
}

/** Does a stricter objective stand behind each promise to customers? */
export const promisesBacked: Question = (
  view,
  context,
): Finding | undefined => {
  const read = view.read(SLA_KEY);
  if (read.state !== 'value') {
    return {
      kind: 'failure',
      reason: 'placeholder',
      details: {
        source: SLA_KEY,
        value: read.state === 'absent' ? '' : shown(read.raw),
      },
    };
  }
  const sla = parseOnce(read.value);
  const judged = judgeParse(sla);
  const promise = piece({
    strength: 'declared',
    source: SLA_KEY,
    value: read.value,
  });
  if (judged.verdict === 'fail') {
    const { reason } = judged;
    const details = {
      source: SLA_KEY,
      value: promise.value,
      ...judged.details,
    };
    return { kind: 'failure', reason, details, evidence: [promise] };
  }
  const stated = inlineSlos(view);
  const misread = judgeParse(stated);
  if (stated.problems.length > 0 && misread.verdict === 'fail') {
    const { reason, details } = misread;
    return {
      kind: 'failure',
      reason,
      details: { source: SLO_KEY, ...details },
      evidence: [promise],
    };
  }
  const inline = stated.slos;
  const specs = specsOf(view, context);
  const unbacked = sla.slos.filter(
    item => !inline.some(slo => isStricter(slo, item)),
  );
  const unmet = unbacked.filter(
    item => !specs.some(spec => specStands(spec, item, true)),
  );
  if (unmet.length === 0) {
    return {
      kind: 'evidence',
      evidence: backing({ view, specs, sla: sla.slos, unbacked }),
      reason: 'stricter-slo',
    };
  }
  const open =
    specs.find(spec => unmet.every(item => specStands(spec, item, false)))
      ?.source ?? (specs.length === 0 ? linkedSpec(view) : undefined);
  if (view.read(SLO_KEY).state === 'absent' && open !== undefined) {
    return {
      kind: 'doubt',
      reason: 'spec-unread',
      details: { source: shown(open) },
      evidence: [promise],
    };
  }
  return {
    kind: 'failure',
    // Where no inline SLO speaks, a file that nobody could read still might.
    objection: view.read(SLO_KEY).state === 'absent',
    reason: 'weaker-slo',
    details: { promises: unmet.map(promiseOf) },
    evidence: [promise],
  };
};

function backing(options: {
  view: EntityView;
  specs: readonly ReadSpec[];
  sla: readonly Slo[];
  unbacked: readonly Slo[];
}): readonly Evidence[] {
  const { view, specs, sla, unbacked } = options;
  const read = view.read(SLO_KEY);
  const inline =
    read.state === 'value' && unbacked.length < sla.length
      ? [piece({ strength: 'declared', source: SLO_KEY, value: read.value })]
      : [];
  const observed = specs
    .filter(spec => sla.some(item => specStands(spec, item, true)))
    .map(({ source, spec }) =>
      piece({ strength: 'observed', source, value: spec.service }),
    );
  const alone = sla.every(item =>
    specs.some(spec => specStands(spec, item, true)),
  );
  if (alone) {
    return [...inline, ...observed];
  }
  return unbacked.length === 0 ? inline : jointly([...inline, ...observed]);
}
