import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { annotationFaults } from './annotationFaults';
import { fileProblem } from './fileProblem';

const TYPE = 'backstage-maturity.dev/annotation';
const FILE_TYPE = 'backstage-maturity.dev/file';

interface Warning {
  type: string;
  level: 'warning';
  message: string;
}

function warningsOf(entity: Entity): Warning[] {
  const warn = (type: string, message: string): Warning => ({
    type,
    level: 'warning',
    message,
  });
  const problem = fileProblem(entity);
  return [
    ...(problem === undefined ? [] : [warn(FILE_TYPE, problem)]),
    ...annotationFaults(entity).map(message => warn(TYPE, message)),
  ];
}

function statusItems(entity: Entity): readonly unknown[] {
  const status: unknown = 'status' in entity ? entity.status : undefined;
  if (typeof status !== 'object' || status === null) return [];
  const items: unknown = 'items' in status ? status.items : undefined;
  return Array.isArray(items) ? items : [];
}

/**
 * Puts a warning on an entity for each annotation that the checks cannot read, and for a catalog file that
 * cannot be read whole. Never an error: the
 * catalog would keep the last version without one, and a new entity would not appear at all.
 */
export class AnnotationWarnings implements CatalogProcessor {
  getProcessorName(): string {
    return 'MaturityAnnotationWarnings';
  }

  async postProcessEntity(entity: Entity): Promise<Entity> {
    const items = warningsOf(entity);
    if (!items.length) return entity;
    const status = { items: [...statusItems(entity), ...items] };
    return Object.assign({ ...entity }, { status });
  }
}
