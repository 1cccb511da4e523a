import { parseEntityRef } from '@backstage/catalog-model';
import { fullRef } from '../catalog/fullRef';
import type { NamedEntity } from '../catalog/namedOf';

/** A group as the field shows it. */
export interface OwnerOption {
  entityRef: string;
  /** No other option has the same. */
  label: string;
  /** Whether the user is in it. */
  isOwn: boolean;
}

function titleOf({ entityRef, title }: NamedEntity): string {
  return title ?? parseEntityRef(entityRef).name;
}

/** All groups that are known, each once, the user's own first; one that shares its title has its reference beside it. */
export function ownerOptions(
  own: readonly NamedEntity[],
  others: readonly NamedEntity[],
): OwnerOption[] {
  const all = new Map(
    [...others, ...own].map(group => [group.entityRef, group]),
  );
  const ownRefs = new Set(own.map(({ entityRef }) => entityRef));
  const counts = new Map<string, number>();
  for (const group of all.values()) {
    const key = titleOf(group).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ordered = [
    ...own,
    ...[...all.values()]
      .filter(({ entityRef }) => !ownRefs.has(entityRef))
      .sort((a, b) => titleOf(a).localeCompare(titleOf(b))),
  ];
  return ordered.map(group => {
    const title = titleOf(group);
    const isShared = counts.get(title.toLowerCase()) !== 1;
    return {
      entityRef: group.entityRef,
      label: isShared ? `${title} (${group.entityRef})` : title,
      isOwn: ownRefs.has(group.entityRef),
    };
  });
}

/** The options that have a text in their label or their reference. */
export function matching(
  options: readonly OwnerOption[],
  text: string,
): OwnerOption[] {
  const sought = text.trim().toLowerCase();
  return options.filter(
    ({ entityRef, label }) =>
      label.toLowerCase().includes(sought) || entityRef.includes(sought),
  );
}

/** The full reference that a typed text means: a label, or a reference; as it is where it is neither. */
export function refOf(
  options: readonly OwnerOption[],
  text: string,
): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const labelled = options.find(
    ({ label }) => label.toLowerCase() === typed.toLowerCase(),
  );
  return labelled?.entityRef ?? fullRef(typed, 'group') ?? typed;
}
