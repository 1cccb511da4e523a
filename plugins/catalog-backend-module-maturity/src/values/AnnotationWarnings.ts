import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { annotationFaults } from './annotationFaults';

const TYPE = 'backstage-maturity.dev/annotation';

function statusItems(entity: Entity): readonly unknown[] {
  const status: unknown = 'status' in entity ? entity.status : undefined;
  if (typeof status !== 'object' || status === null) return [];
  const items: unknown = 'items' in status ? status.items : undefined;
  return Array.isArray(items) ? items : [];
}

/**
 * Puts a warning on an entity for each annotation that the checks cannot read. Never an error: the
 * catalog would keep the last version without one, and a new entity would not appear at all.
 */
export class AnnotationWarnings implements CatalogProcessor {
  getProcessorName(): string {
    return 'MaturityAnnotationWarnings';
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    const faults = annotationFaults(entity);
    if (!faults.length) return entity;
    const items = faults.map(message => ({
      type: TYPE,
      level: 'warning' as const,
      message,
    }));
    const status = { items: [...statusItems(entity), ...items] };
    return Object.assign({ ...entity }, { status });
  }
}
