import type { CheckContext, ReasonDetails } from '../types';
import type { Accepted, Reading } from './reading';
import { isMissing } from './repositoryPaths';
import type { Traits } from './traits';

function shownAgainst(
  accepted: Accepted,
  traits: Traits,
  context: CheckContext,
): string | undefined {
  const { repository } = context.facts;
  if (!repository?.complete || accepted.evidence.from !== null) {
    return undefined;
  }
  const { read } = accepted;
  const path = read?.key.path?.(read.text);
  if (path !== undefined && isMissing(repository, path)) {
    return 'there is no such file';
  }
  return accepted.evidence.strength === 'declared'
    ? traits.contradiction?.(accepted.evidence, context)
    : undefined;
}

/**
 * What an observed file tree says against what the entity itself claims: a negative in our own key
 * although there is evidence, a path that is not there, or what the check adds. Any other absence
 * from a tree proves nothing, since the practice may live elsewhere.
 */
export function contradictionOf(
  reading: Reading,
  traits: Traits,
  context: CheckContext,
): ReasonDetails | undefined {
  if (!context.facts.repository) {
    return undefined;
  }
  if (reading.negative) {
    const against = reading.accepted.at(0)?.evidence;
    return (
      against && {
        ...reading.negative.details,
        observed: `${against.value} (${against.source})`,
      }
    );
  }
  for (const accepted of reading.accepted) {
    const observed = shownAgainst(accepted, traits, context);
    if (observed !== undefined) {
      const { source, value } = accepted.evidence;
      return { source, value, observed };
    }
  }
  return undefined;
}
