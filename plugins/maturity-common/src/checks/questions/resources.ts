import type { EntityView } from '../../entity';
import { jointly } from '../engine/evidence';
import { targetsOf } from '../engine/places';
import { readPlace } from '../engine/reading';
import type { Reading } from '../engine/reading';
import { anyValue, oneOf } from '../engine/rules';
import type { Finding, KeyTrait, Question } from '../engine/traits';
import type { CheckContext, Evidence } from '../types';
import { refsOf, unresolved } from './relations';

function resourcesOf(view: EntityView, context: CheckContext) {
  const all = targetsOf(view, 'dependsOn', context).filter(({ ref }) =>
    ref.startsWith('resource:'),
  );
  return {
    all,
    held: all.flatMap(target => (target.view ? [target.view] : [])),
    missing: refsOf(all.filter(target => !target.view)),
  };
}

function readAt(
  resource: EntityView,
  keys: readonly KeyTrait[],
  context: CheckContext,
): Reading {
  const reading = readPlace(resource, {
    keys,
    context,
    inherited: true,
  });
  return reading ?? { accepted: [] };
}

function failureOf(readings: readonly Reading[]): Finding | undefined {
  const refused = readings
    .map(reading => reading.negative ?? reading.failure)
    .find(each => each !== undefined);
  return refused && { kind: 'failure', ...refused };
}

function evidenceOf(readings: readonly Reading[]): readonly Evidence[] {
  return readings.flatMap(reading =>
    reading.accepted.map(({ evidence }) => evidence),
  );
}

const AS_CODE: readonly KeyTrait[] = [
  { key: 'maturity/iac', strength: 'declared', rule: anyValue },
];

/** Is every Resource that it depends on defined as code? */
export const resourcesAsCode: Question = (
  view,
  context,
): Finding | undefined => {
  const { all, held, missing } = resourcesOf(view, context);
  if (all.length === 0) {
    return undefined;
  }
  const readings = held.map(each => readAt(each, AS_CODE, context));
  const failure = failureOf(readings);
  if (failure) {
    return failure;
  }
  const evidence = evidenceOf(readings);
  const { partial } = context.graph;
  if (partial && missing.length > 0 && evidence.length === held.length) {
    return unresolved(missing, context.graph);
  }
  if (evidence.length === 0) {
    return partial && missing.length > 0
      ? unresolved(missing, context.graph)
      : undefined;
  }
  if (evidence.length < all.length) {
    const silent = held.filter((_, at) => readings[at].accepted.length === 0);
    return {
      kind: 'failure',
      reason: 'partly-declared',
      details: { targets: [...refsOf(silent), ...missing].sort() },
      evidence,
    };
  }
  return {
    kind: 'evidence',
    evidence,
    reason: 'all-resources',
    details: { count: all.length },
  };
};

const SELF_SERVICE: readonly KeyTrait[] = [
  {
    key: 'maturity/provisioned-by',
    strength: 'declared',
    rule: oneOf({
      accepted: ['template', 'module', 'platform'],
      weak: ['ticket'],
    }),
  },
  {
    key: 'backstage.io/source-template',
    strength: 'linked',
    rule: anyValue,
  },
];

/** Has every Resource that it depends on an owner, and was it provisioned without a ticket? */
export const resourcesBySelfService: Question = (
  view,
  context,
): Finding | undefined => {
  const { graph } = context;
  const { all, held, missing } = resourcesOf(view, context);
  if (all.length === 0) {
    return undefined;
  }
  const readings = held.map(each => readAt(each, SELF_SERVICE, context));
  const failure = failureOf(readings);
  if (failure) {
    return failure;
  }
  const ownerless = held.filter(
    each => !graph.owners(each.ref).some(owner => owner.view),
  );
  const outsideOwners = graph.partial
    ? ownerless.flatMap(each => refsOf(graph.owners(each.ref)))
    : [];
  const proven = ownerless.filter(
    each => !graph.partial || graph.owners(each.ref).length === 0,
  );
  if (proven.length > 0) {
    return {
      kind: 'failure',
      reason: 'ownerless',
      details: { targets: refsOf(proven) },
    };
  }
  if (missing.length > 0 || outsideOwners.length > 0) {
    return unresolved([...missing, ...outsideOwners], graph);
  }
  if (readings.some(({ accepted }) => accepted.length === 0)) {
    return undefined;
  }
  return {
    kind: 'evidence',
    evidence: jointly(evidenceOf(readings)),
    reason: 'all-resources',
    details: { count: all.length },
  };
};
