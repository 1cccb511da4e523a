import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import type { ServicesQuery } from './servicesQuery';

/**
 * A state of the page without the tracks, levels and checks that are not in force: the backend would
 * refuse them, and no filter could show them.
 */
export function knownQuery(
  query: ServicesQuery,
  { tracks, checks }: Pick<Definitions, 'tracks' | 'checks'>,
): ServicesQuery {
  const { track, level, check, status, sort, ...rest } = query;
  const chosen = tracks.find(({ id }) => id === track);
  const levels = level?.filter(
    each => each === 'none' || Number(each) <= (chosen?.levels.length ?? 0),
  );
  const [, sorted] = sort?.split(':') ?? [];
  return {
    ...rest,
    ...(chosen && { track, ...(levels?.length && { level: levels }) }),
    ...(checks.some(({ id }) => id === check) && {
      check,
      ...(status && { status }),
    }),
    ...(sort &&
      (sorted === undefined || tracks.some(({ id }) => id === sorted)) && {
        sort,
      }),
  };
}
