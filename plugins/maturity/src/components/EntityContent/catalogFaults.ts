import type { Entity } from '@backstage/catalog-model';
import { isRecord } from './isRecord';

/** What the catalog says is wrong with an entity. */
export interface CatalogFault {
  /** An error keeps the catalog from taking a newer version of the file; a warning does not. */
  level: 'error' | 'warning';
  message: string;
}

/**
 * The errors and warnings that the catalog keeps about an entity. The stock panel shows errors only,
 * and not on this tab.
 */
export function catalogFaults(entity: Entity): CatalogFault[] {
  const status = 'status' in entity ? entity.status : undefined;
  const items = isRecord(status) ? status.items : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) =>
    isRecord(item) &&
    (item.level === 'error' || item.level === 'warning') &&
    typeof item.message === 'string'
      ? [{ level: item.level, message: item.message }]
      : [],
  );
}
