import type { AnnotationValue, EntityView } from '../../entity';
import { field, list } from '../../entity/fields';
import type { FailReason, PassReason, UnknownReason } from '../reasons';
import type { CheckContext, Evidence, ReasonDetails } from '../types';
import { piece } from './evidence';
import { placeholderLink } from './links';
import type { KeyTrait } from './traits';

/** Evidence that suffices alone, with the reason that it gives for passing where that is a special one. */
export interface Accepted {
  evidence: Evidence;
  reason?: PassReason;
  details?: ReasonDetails;
  /** The key that it was read from, where it was a key, and the value before it was shortened. */
  read?: { key: KeyTrait; text: string };
}

/** Something that speaks against passing, or leaves it open. */
export interface Refused<R extends FailReason | UnknownReason> {
  reason: R;
  details?: ReasonDetails;
  evidence: readonly Evidence[];
}

/** What the keys and links of one entity say. */
export interface Reading {
  accepted: Accepted[];
  /** A negative in our own key. */
  negative?: Refused<FailReason>;
  /** Another failure of our own key. */
  failure?: Refused<FailReason>;
  /** A failure of another key: it gives way to evidence that suffices. */
  objection?: Refused<FailReason>;
  doubt?: Refused<UnknownReason>;
}

interface Subject {
  view: EntityView;
  context: CheckContext;
  from: string | null;
}

function refused<R extends FailReason | UnknownReason>(
  evidence: Evidence,
  judged: { reason: R; details?: ReasonDetails },
): Refused<R> {
  const { source, value, from } = evidence;
  return {
    reason: judged.reason,
    details: {
      source,
      value,
      ...(from === null ? undefined : { from }),
      ...judged.details,
    },
    evidence: [evidence],
  };
}

/** What stands where a value belongs, when none of the texts is one. */
function unusable(
  texts: readonly AnnotationValue[],
): Extract<AnnotationValue, { raw: string }> | undefined {
  return texts.some(({ state }) => state === 'value')
    ? undefined
    : texts.find(text => text.state !== 'absent' && text.state !== 'value');
}

function readKey(
  trait: KeyTrait,
  subject: Subject,
  before: Reading | undefined,
): Reading | undefined {
  const { view, context, from } = subject;
  const read = view.read(trait.key);
  if (
    read.state === 'absent' ||
    trait.when?.(context.settings) === false ||
    trait.together?.every(key => view.read(key).state === 'absent')
  ) {
    return before;
  }
  const reading: Reading = before ?? { accepted: [] };
  const companion =
    trait.together && unusable(trait.together.map(key => view.read(key)));
  if (companion) {
    const { key, raw, state } = companion;
    const evidence = piece({
      strength: trait.strength,
      source: key,
      value: raw,
      from,
    });
    reading.objection ??= refused<FailReason>(evidence, { reason: state });
    return reading;
  }
  const own = trait.strength === 'declared';
  const slot = own && !trait.yields ? 'failure' : 'objection';
  const text = read.state === 'value' ? read.value : read.raw;
  const evidence = piece({
    strength: trait.strength,
    source: trait.key,
    value: text,
    from,
  });
  if (read.state === 'negative' && !trait.notNegative?.includes(text)) {
    const negative = refused<FailReason>(evidence, { reason: 'negative' });
    reading[own ? 'negative' : 'objection'] ??= negative;
    return reading;
  }
  if (read.state === 'placeholder') {
    reading[slot] ??= refused<FailReason>(evidence, { reason: 'placeholder' });
    return reading;
  }
  const judged = trait.rule(text, subject);
  switch (judged.verdict) {
    case 'pass': {
      const { reason, details } = judged;
      reading.accepted.push({
        evidence,
        reason,
        details,
        read: { key: trait, text },
      });
      return reading;
    }
    case 'fail':
      reading[own && judged.reason === 'negative' ? 'negative' : slot] ??=
        refused(evidence, judged);
      return reading;
    case 'unknown':
      reading.doubt ??= refused(evidence, judged);
      return reading;
    default: {
      const unreachable: never = judged;
      return unreachable;
    }
  }
}

function readLinks(
  type: string,
  subject: Subject,
  before: Reading | undefined,
): Reading | undefined {
  const { view, from } = subject;
  const links = view.links(type);
  const placeholder =
    links.length === 0 ? placeholderLink(view, type) : undefined;
  if (links.length === 0 && placeholder === undefined) {
    return before;
  }
  const reading: Reading = before ?? { accepted: [] };
  const evidence = (value: string) =>
    piece({
      strength: 'linked',
      source: `metadata.links[type=${type}]`,
      value,
      from,
    });
  if (placeholder !== undefined) {
    reading.objection ??= refused<FailReason>(evidence(placeholder), {
      reason: 'placeholder',
    });
  }
  for (const { url } of links) {
    reading.accepted.push({ evidence: evidence(url) });
  }
  return reading;
}

/** Whether an entity has links of any type. */
export function hasLinks(view: EntityView): boolean {
  return list(field(view.entity, 'metadata', 'links')).length > 0;
}

/** Reads all keys and links of a check at one entity; undefined when none of them says anything. */
export function readPlace(
  view: EntityView,
  options: {
    keys: readonly KeyTrait[];
    linkTypes?: readonly string[];
    context: CheckContext;
    /** True when another entity inherits what is read here. */
    inherited: boolean;
  },
): Reading | undefined {
  const { keys, linkTypes, context } = options;
  const from = options.inherited ? view.ref : null;
  let reading: Reading | undefined;
  // Most keys of most checks are absent, and this loop is the busiest of an evaluation.
  const { annotations } = view;
  if (annotations.size > 0) {
    for (const trait of keys) {
      if (annotations.has(trait.key)) {
        reading = readKey(trait, { view, context, from }, reading);
      }
    }
  }
  if (linkTypes && linkTypes.length > 0 && hasLinks(view)) {
    for (const type of linkTypes) {
      reading = readLinks(type, { view, context, from }, reading);
    }
  }
  return reading;
}

/** Details that every result of evidence has; values are shortened already. */
export function detailsOf(accepted: Accepted): ReasonDetails {
  const { source, value, from } = accepted.evidence;
  return {
    source,
    value,
    ...(from === null ? undefined : { from }),
    ...accepted.details,
  };
}

/** The reason for passing on a piece of evidence: a special one, else how strong it is and whether it is inherited. */
export function passReason(accepted: Accepted): PassReason {
  const { from, strength } = accepted.evidence;
  if (accepted.reason !== undefined) {
    return accepted.reason;
  }
  if (from !== null) {
    return 'inherited';
  }
  return strength === 'graph' ? 'related' : strength;
}
