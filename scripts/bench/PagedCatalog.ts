import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';

/** A catalog that keeps nothing in memory: each reading reads its pages from files. */
export class PagedCatalog {
  readonly #folder: string;
  #isChanged: (number: number) => boolean = () => false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** From now on, components whose number passes have another title, a runbook where they had none or none where they had one, and a new etag. */
  change(isChanged: (number: number) => boolean): void {
    this.#isChanged = isChanged;
  }

  async *streamEntities(): AsyncGenerator<Entity[]> {
    for (const name of readdirSync(this.#folder).sort()) {
      if (!name.endsWith('.json')) continue;
      const text = await readFile(path.join(this.#folder, name), 'utf8');
      const page: Entity[] = JSON.parse(text);
      yield page.map(entity => this.#current(entity));
    }
  }

  #current(entity: Entity): Entity {
    const number = /^component-(\d+)$/.exec(entity.metadata.name)?.[1];
    if (number === undefined || !this.#isChanged(Number(number))) return entity;
    const { 'maturity/runbook': runbook, ...annotations } =
      entity.metadata.annotations ?? {};
    if (!runbook) annotations['maturity/runbook'] = 'https://wiki/runbook';
    const etag = `${entity.metadata.etag} changed`;
    const title = `Component ${number}`;
    const metadata = { ...entity.metadata, title, annotations, etag };
    return { ...entity, metadata };
  }
}
