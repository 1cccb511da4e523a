import { canonicalStack, primaryStack } from '../../entity';
import type { EntityView } from '../../entity';
import { piece } from '../engine/evidence';
import type { Finding, Question } from '../engine/traits';
import type { EntityFacts, Settings } from '../types';

/** Do tags name a stack of the alias table? */
export const stackTagged: Question = (
  view,
  { settings },
): Finding | undefined => {
  const evidence = view.tags
    .filter(tag => canonicalStack(tag, settings.stackAliases) !== undefined)
    .map(value =>
      piece({ strength: 'linked', source: 'metadata.tags', value }),
    );
  return evidence.length > 0 ? { kind: 'evidence', evidence } : undefined;
};

/**
 * The primary stack of an entity: the declared one, else the one that was seen in its repository.
 *
 * @public
 */
export function knownStack(
  view: EntityView,
  options: {
    settings: Pick<Settings, 'stackAliases'>;
    facts: Pick<EntityFacts, 'repository'>;
  },
): { value: string; source: string; observed: boolean } | undefined {
  const { stackAliases } = options.settings;
  const declared = primaryStack(view, stackAliases);
  if (declared) {
    return { value: declared.value, source: declared.source, observed: false };
  }
  const seen = options.facts.repository?.stack;
  if (!seen || view.read('maturity/stack').state === 'negative') {
    return undefined;
  }
  const value = canonicalStack(seen.value, stackAliases) ?? seen.value;
  return { value, source: seen.source, observed: true };
}

/** Is its primary stack one that the platform supports? */
export const stackSupported: Question = (
  view,
  context,
): Finding | undefined => {
  const { graph, settings, facts } = context;
  const stack = knownStack(view, { settings, facts });
  if (!stack) {
    return undefined;
  }
  const configured = settings.supportedStacks.map(
    word => canonicalStack(word, settings.stackAliases) ?? word.toLowerCase(),
  );
  const supported = configured.length > 0 ? configured : graph.templateStacks();
  if (supported.includes(stack.value)) {
    const linked = stack.source === 'metadata.tags' ? 'linked' : 'declared';
    return {
      kind: 'evidence',
      evidence: [
        piece({
          strength: stack.observed ? 'observed' : linked,
          source: stack.source,
          value: stack.value,
        }),
      ],
      reason: 'supported-stack',
      details: { stack: stack.value },
    };
  }
  if (configured.length === 0 && !graph.hasAny('template')) {
    return undefined;
  }
  return {
    kind: 'failure',
    reason: 'unsupported-stack',
    details: { stack: stack.value, supported },
  };
};
