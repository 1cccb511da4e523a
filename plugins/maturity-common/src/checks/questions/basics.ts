import {
  isNegative,
  isTrue,
  LIFECYCLE_ALIASES,
  placeholderKind,
} from '../../entity';
import { field, list, text } from '../../entity/fields';
import { jointly, piece, shown } from '../engine/evidence';
import type { Finding, Question } from '../engine/traits';

/** Shortest description that can say something, in characters; chosen here. */
const MINIMUM_DESCRIPTION = 20;

/** Is it described, and is its lifecycle one of the accepted words? */
export const describedAndKnown: Question = (view): Finding | undefined => {
  const description = text(field(view.entity, 'metadata', 'description'));
  const lifecycle = view.lifecycleWord;
  if (description !== '' && placeholderKind(description)) {
    return {
      kind: 'failure',
      reason: 'placeholder',
      details: { source: 'metadata.description', value: shown(description) },
    };
  }
  // A character takes two units at most, so most descriptions need not be counted.
  if (description !== '' && description.length < 2 * MINIMUM_DESCRIPTION) {
    const { length } = [...description];
    if (length < MINIMUM_DESCRIPTION) {
      return {
        kind: 'failure',
        reason: 'short-description',
        details: { length, minimum: MINIMUM_DESCRIPTION },
      };
    }
  }
  if (lifecycle.raw !== '' && !lifecycle.known) {
    return {
      kind: 'failure',
      reason: 'unrecognised',
      details: {
        source: 'spec.lifecycle',
        value: shown(lifecycle.raw),
        expected: [...LIFECYCLE_ALIASES.keys()],
      },
    };
  }
  if (description === '' || lifecycle.raw === '') {
    return undefined;
  }
  return {
    kind: 'evidence',
    evidence: jointly([
      piece({
        strength: 'linked',
        source: 'metadata.description',
        value: description,
      }),
      piece({
        strength: 'linked',
        source: 'spec.lifecycle',
        value: lifecycle.raw,
      }),
    ]),
    reason: 'described',
    details: { lifecycle: shown(lifecycle.raw) },
  };
};

/** Is its catalog entry free of faults? */
export const entryHealthy: Question = (
  view,
  { graph },
): Finding | undefined => {
  if (isTrue(view.read('backstage.io/orphan'))) {
    return { kind: 'failure', reason: 'orphan' };
  }
  const messages = list(field(view.entity, 'status', 'items'))
    .filter(item => field(item, 'level') === 'error')
    .map(item => shown(text(field(item, 'message')) || 'error'));
  if (messages.length > 0) {
    return { kind: 'failure', reason: 'catalog-errors', details: { messages } };
  }
  const targets = graph.dangling(view.ref);
  if (targets.length > 0) {
    return graph.partial
      ? { kind: 'doubt', reason: 'outside-graph', details: { targets } }
      : { kind: 'failure', reason: 'dangling', details: { targets } };
  }
  return {
    kind: 'evidence',
    evidence: [
      piece({ strength: 'graph', source: 'relations', value: 'resolved' }),
    ],
    reason: 'healthy',
  };
};

/** Is the tier declared, as an annotation or a label? */
export const declaresTier: Question = (view): Finding | undefined => {
  const word = view.tierWord;
  if (!word) {
    return undefined;
  }
  const evidence = [
    piece({ strength: 'declared', source: word.source, value: word.raw }),
  ];
  if (view.tier !== undefined) {
    return { kind: 'evidence', evidence };
  }
  const details = { source: word.source, value: shown(word.raw) };
  if (isNegative(word.raw)) {
    return { kind: 'failure', reason: 'negative', details, evidence };
  }
  return placeholderKind(word.raw)
    ? { kind: 'failure', reason: 'placeholder', details, evidence }
    : {
        kind: 'failure',
        reason: 'unrecognised',
        details: { ...details, expected: ['1', '2', '3', '4'] },
        evidence,
      };
};
