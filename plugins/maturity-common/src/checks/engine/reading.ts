import type { EntityView } from '../../entity';
import type { FailReason, PassReason, UnknownReason } from '../reasons';
import type { CheckContext, Evidence, ReasonDetails } from '../types';
import { piece, shown } from './evidence';
import type { KeyTrait } from './traits';

/** Evidence that suffices alone, with the reason that it gives for passing. */
export interface Accepted {
  evidence: Evidence;
  reason: PassReason;
  details?: ReasonDetails;
  /** The key that it was read from, where it was a key. */
  key?: KeyTrait;
  /** The value before it was shortened. */
  text?: string;
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

function passReason(strength: Evidence['strength'], from: string | null) {
  if (from !== null) {
    return 'inherited';
  }
  return strength === 'graph' ? 'related' : strength;
}

/** Evidence that suffices alone, with its default reason where no other is given. */
export function accept(
  evidence: Evidence,
  judged: { reason?: PassReason; details?: ReasonDetails } = {},
): Accepted {
  const { source, value, from, strength } = evidence;
  return {
    evidence,
    reason: judged.reason ?? passReason(strength, from),
    details: {
      source,
      value,
      ...(from === null ? undefined : { from }),
      ...judged.details,
    },
  };
}

function isEmpty(reading: Reading): boolean {
  return (
    reading.accepted.length === 0 &&
    !reading.negative &&
    !reading.failure &&
    !reading.objection &&
    !reading.doubt
  );
}

function readKey(
  reading: Reading,
  trait: KeyTrait,
  subject: { view: EntityView; context: CheckContext; from: string | null },
): void {
  const { view, context, from } = subject;
  const read = view.read(trait.key);
  if (read.state === 'absent' || trait.when?.(context.settings) === false) {
    return;
  }
  if (trait.together?.every(key => view.read(key).state !== 'value')) {
    return;
  }
  const own = trait.strength === 'declared';
  const slot = own && !trait.yields ? 'failure' : 'objection';
  const written = read.state === 'value' ? read.value : read.raw;
  const evidence = piece({
    strength: trait.strength,
    source: trait.key,
    value: written,
    from,
  });
  const refuse = <R extends FailReason | UnknownReason>(
    reason: R,
    details?: ReasonDetails,
  ): Refused<R> => ({
    reason,
    details: {
      source: trait.key,
      value: shown(written),
      ...(from === null ? undefined : { from }),
      ...details,
    },
    evidence: [evidence],
  });
  if (read.state === 'negative' && !trait.notNegative?.includes(read.raw)) {
    if (own) {
      reading.negative ??= refuse('negative');
    } else {
      reading.objection ??= refuse('negative');
    }
    return;
  }
  if (read.state === 'placeholder') {
    reading[slot] ??= refuse('placeholder');
    return;
  }
  const judged = trait.rule(written, { view, context });
  switch (judged.verdict) {
    case 'pass':
      reading.accepted.push({
        ...accept(evidence, judged),
        key: trait,
        text: written,
      });
      break;
    case 'fail':
      reading[slot] ??= refuse(judged.reason, judged.details);
      break;
    case 'unknown':
      reading.doubt ??= refuse(judged.reason, judged.details);
      break;
    default: {
      const unreachable: never = judged;
      throw new TypeError(`There is no such verdict: ${unreachable}.`);
    }
  }
}

/** Reads all keys and links of a check at one entity; undefined when none of them says anything. */
export function readPlace(
  view: EntityView,
  options: {
    keys: readonly KeyTrait[];
    linkTypes: readonly string[];
    context: CheckContext;
    /** The entity that inherits is another one. */
    inherited: boolean;
  },
): Reading | undefined {
  const { keys, linkTypes, context } = options;
  const from = options.inherited ? view.ref : null;
  const reading: Reading = { accepted: [] };
  for (const trait of keys) {
    readKey(reading, trait, { view, context, from });
  }
  for (const type of linkTypes) {
    for (const link of view.links(type)) {
      reading.accepted.push(
        accept(
          piece({
            strength: 'linked',
            source: `metadata.links[type=${type}]`,
            value: link.url,
            from,
          }),
        ),
      );
    }
  }
  return isEmpty(reading) ? undefined : reading;
}
