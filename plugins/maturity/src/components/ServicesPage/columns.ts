import type { Track } from '../../api';
import type { Text } from '../../hooks/useText';

/** A column of the list; `sort` is the backend's name of its order. */
export interface Column {
  id: string;
  label: string;
  sort: string;
  track?: Track;
}

/** Name, one column per track, stage, team, tier. */
export function columnsOf(t: Text, tracks: readonly Track[]): Column[] {
  return [
    { id: 'name', label: t('services.columns.name'), sort: 'name' },
    ...tracks.map(track => ({
      id: `track:${track.id}`,
      label: track.title,
      sort: `level:${track.id}`,
      track,
    })),
    { id: 'stage', label: t('services.columns.stage'), sort: 'stage' },
    { id: 'owner', label: t('services.columns.owner'), sort: 'owner' },
    { id: 'tier', label: t('services.columns.tier'), sort: 'tier' },
  ];
}

/** Which way a column is sorted, if the list is sorted by it. */
export function directionOf(
  column: Column,
  sort = 'name',
): 'asc' | 'desc' | undefined {
  if (sort === column.sort) return 'asc';
  return sort === `-${column.sort}` ? 'desc' : undefined;
}

/** The order after a click on a column: ascending first, then descending. */
export function nextSort(column: Column, sort: string | undefined): string {
  return directionOf(column, sort) === 'asc' ? `-${column.sort}` : column.sort;
}
