import { parseSemver, parseTemplateRef } from '../../entity';
import type { EntityView } from '../../entity';
import type { CatalogGraph } from '../../graph/types';
import { piece, shown } from '../engine/evidence';
import { readPlace } from '../engine/reading';
import type {
  Judgement,
  KeyTrait,
  Finding,
  Question,
  Rule,
} from '../engine/traits';
import type { CheckContext, Evidence } from '../types';

const TEMPLATE_KEYS = [
  'backstage.io/source-template',
  'maturity/golden-path',
] as const;
const VERSION_KEY = 'maturity/template-version';

function judgeTemplate(written: string, graph: CatalogGraph): Judgement {
  const ref = parseTemplateRef(written);
  if (ref === undefined) {
    return {
      verdict: 'fail',
      reason: 'malformed',
      details: { expected: 'a reference to a template' },
    };
  }
  if (graph.get(ref)) {
    return {
      verdict: 'pass',
      reason: 'originates',
      details: { template: ref },
    };
  }
  const details = { targets: [ref] };
  return graph.partial
    ? { verdict: 'unknown', reason: 'outside-graph', details }
    : { verdict: 'fail', reason: 'dangling', details };
}

const existingTemplate: Rule = (text, { context }) =>
  judgeTemplate(text, context.graph);

/** The keys that say which golden path an entity follows: a later move onto one makes up for an origin that is gone. */
export const GOLDEN_PATH_KEYS: readonly KeyTrait[] = [
  { key: TEMPLATE_KEYS[0], strength: 'linked', rule: existingTemplate },
  {
    key: TEMPLATE_KEYS[1],
    strength: 'declared',
    yields: true,
    rule: existingTemplate,
  },
];

/** Does the repository record a golden path that exists? */
export const goldenPathRecorded: Question = (
  _,
  { facts, graph },
): Finding | undefined => {
  const record = facts.repository?.goldenPath;
  if (!record) {
    return undefined;
  }
  const { source, template } = record;
  const evidence = [piece({ strength: 'observed', source, value: template })];
  const judged = judgeTemplate(template, graph);
  const details = { source, value: shown(template), ...judged.details };
  switch (judged.verdict) {
    case 'pass':
      return { kind: 'evidence', evidence, reason: judged.reason, details };
    case 'fail': {
      const { reason } = judged;
      return { kind: 'failure', objection: true, reason, details, evidence };
    }
    case 'unknown':
      return { kind: 'doubt', reason: judged.reason, details, evidence };
    default: {
      const unreachable: never = judged;
      return unreachable;
    }
  }
};

const version: Rule = text =>
  parseSemver(text)
    ? { verdict: 'pass' }
    : {
        verdict: 'fail',
        reason: 'malformed',
        details: { expected: 'a semantic version such as 1.4.0' },
      };

const VERSION_KEYS: readonly KeyTrait[] = [
  { key: VERSION_KEY, strength: 'declared', rule: version },
];

function templatesOf(
  view: EntityView,
  { facts, graph }: CheckContext,
): { held?: EntityView; outside: readonly string[] } {
  const written = TEMPLATE_KEYS.flatMap(key => {
    const read = view.read(key);
    return read.state === 'value' ? [read.value] : [];
  });
  const recorded = facts.repository?.goldenPath?.template;
  const refs = [...(recorded === undefined ? [] : [recorded]), ...written]
    .map(each => parseTemplateRef(each))
    .filter(ref => ref !== undefined);
  const held = refs
    .map(ref => graph.get(ref))
    .find(template => template !== undefined);
  return { held, outside: held || !graph.partial ? [] : refs };
}

/** Is its version of the golden path recent enough? */
export const goldenPathVersion: Question = (
  view,
  context,
): Finding | undefined => {
  const { facts, settings } = context;
  const reading = readPlace(view, {
    keys: VERSION_KEYS,
    context,
    inherited: false,
  });
  const refused = reading?.negative ?? reading?.failure;
  if (refused) {
    return { kind: 'failure', ...refused };
  }
  const record = facts.repository?.goldenPath;
  const evidence: Evidence | undefined =
    record?.version === undefined
      ? reading?.accepted[0]?.evidence
      : piece({
          strength: 'observed',
          source: record.source,
          value: record.version,
        });
  if (!evidence) {
    return undefined;
  }
  const here = parseSemver(evidence.value);
  if (!here) {
    const { source, value } = evidence;
    const expected = 'a semantic version such as 1.4.0';
    return {
      kind: 'failure',
      reason: 'malformed',
      details: { source, value, expected },
      evidence: [evidence],
    };
  }
  const { held, outside } = templatesOf(view, context);
  if (!held) {
    return outside.length === 0
      ? undefined
      : {
          kind: 'doubt',
          reason: 'outside-graph',
          details: { targets: outside },
          evidence: [evidence],
        };
  }
  const offered = held.read(VERSION_KEY);
  const latest =
    offered.state === 'value' ? parseSemver(offered.value) : undefined;
  if (offered.state !== 'value' || !latest) {
    return {
      kind: 'doubt',
      reason: 'template-unversioned',
      details: { template: held.ref },
      evidence: [evidence],
    };
  }
  const details = {
    version: evidence.value,
    latest: shown(offered.value),
    template: held.ref,
  };
  if (here.major > latest.major) {
    return { kind: 'doubt', reason: 'ahead', details, evidence: [evidence] };
  }
  return here.major < latest.major ||
    latest.minor - here.minor > settings.maxMinorLag
    ? { kind: 'failure', reason: 'behind', details, evidence: [evidence] }
    : { kind: 'evidence', evidence: [evidence], reason: 'current', details };
};
