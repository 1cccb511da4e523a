import type { Entity } from '@backstage/catalog-model';
import { isRecord } from './isRecord';

/**
 * Messages of the errors and warnings that the catalog keeps about an entity. The stock panel shows
 * errors only, and not on this tab.
 */
export function catalogFaults(entity: Entity): string[] {
  const status = 'status' in entity ? entity.status : undefined;
  const items = isRecord(status) ? status.items : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) =>
    isRecord(item) &&
    (item.level === 'error' || item.level === 'warning') &&
    typeof item.message === 'string'
      ? [item.message]
      : [],
  );
}
