import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';

/** Adds up the etags of a catalog to one text that differs when any entity came, went or moved. */
export class EtagSum {
  readonly #lines = new Set<string>();

  /** Adds an entity; an answer of the catalog may also hold none where one should be. */
  add(entity: Entity | null | undefined): void {
    const metadata = entity?.metadata;
    this.#lines.add(
      JSON.stringify([
        entity?.kind,
        metadata?.namespace,
        metadata?.name,
        metadata?.etag,
      ]),
    );
  }

  digest(): string {
    const lines = [...this.#lines].sort().join('\n');
    return createHash('sha1').update(lines).digest('base64url');
  }
}
