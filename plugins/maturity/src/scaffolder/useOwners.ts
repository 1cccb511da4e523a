import { identityApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { findEntities, termOf } from '../catalog/findEntities';
import type { NamedEntity } from '../catalog/namedOf';
import { useLoad } from '../hooks/useLoad';
import { loadOwnGroups } from './loadOwnGroups';
import { ownerOptions, type OwnerOption } from './ownerOptions';

const SHOWN = 100;

/** Milliseconds without a key before the catalog is asked. */
const PAUSE = 250;

/** What is known of the groups that can own something. */
export interface Owners {
  options: readonly OwnerOption[];
  /** The user's own; undefined while they are not known. */
  own: readonly OwnerOption[] | undefined;
  /** Whether an answer that could hold more is on its way. */
  busy: boolean;
  /** Whether the catalog cannot be read. */
  failed: boolean;
  reload(): void;
}

/** Groups of the catalog: the user's, the one that the form began with, and those that a typed text finds. */
export function useOwners(options: { typed: string; given: string }): Owners {
  const { typed } = options;
  const apis = useApiHolder();
  const catalog = apis.get(catalogApiRef);
  const identity = apis.get(identityApiRef);
  // Later values come out of the list.
  const [given] = useState(options.given);
  // What was found once stays known, so that a choice keeps its title during the next search.
  const [seen] = useState(() => new Map<string, NamedEntity>());
  const [rested, setRested] = useState(typed);
  useDebounce(() => setRested(typed), PAUSE, [typed]);
  const term = termOf(rested);

  const loadOwn = useCallback(async () => {
    if (!catalog) throw new ServiceUnavailableError('There is no catalog');
    return loadOwnGroups({ catalog, identity, given });
  }, [catalog, identity, given]);
  const search = useCallback(async () => {
    if (!catalog) throw new ServiceUnavailableError('There is no catalog');
    const groups = await findEntities(catalog, {
      kinds: ['Group'],
      term,
      limit: SHOWN,
    });
    for (const group of groups) seen.set(group.entityRef, group);
    return { term, groups: [...seen.values()] };
  }, [catalog, seen, term]);
  const mine = useLoad(loadOwn, { key: 'own' });
  const found = useLoad(search, { key: 'groups' });

  const known = useMemo(
    () =>
      ownerOptions(mine.value?.own ?? [], [
        ...(mine.value?.given ? [mine.value.given] : []),
        ...(found.value?.groups ?? []),
      ]),
    [mine.value, found.value],
  );
  // Between a new term and its search there is a moment in which nothing is under way.
  const isBehind = !found.error && found.value?.term !== term;
  return {
    options: known,
    own: mine.value && known.filter(({ isOwn }) => isOwn),
    busy: mine.busy || found.busy || isBehind || rested !== typed,
    failed: Boolean(mine.error ?? found.error),
    reload: () => {
      mine.reload();
      found.reload();
    },
  };
}
