import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A catalog that keeps nothing in memory: each reading reads its pages from files. */
export class PagedCatalog {
  readonly #folder: string;
  readonly #pageOf = new Map<string, string>();
  #isChanged: (number: number) => boolean = () => false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** From now on, components whose number passes have another title, a runbook where they had none or none where they had one, and a new etag. */
  change(isChanged: (number: number) => boolean): void {
    this.#isChanged = isChanged;
  }

  async *streamEntities(): AsyncGenerator<Entity[]> {
    for (const name of this.#names()) yield await this.#read(name);
  }

  async getEntitiesByRefs({
    entityRefs,
  }: {
    entityRefs: readonly string[];
  }): Promise<{ items: (Entity | undefined)[] }> {
    const pages = await this.#pages();
    const found = new Map<string, Entity>();
    for (const name of new Set(
      entityRefs.flatMap(ref => pages.get(ref) ?? []),
    )) {
      for (const entity of await this.#read(name)) {
        found.set(stringifyEntityRef(entity), entity);
      }
    }
    return { items: entityRefs.map(ref => found.get(ref)) };
  }

  /** The file of each entity, which a catalog has as an index. */
  async #pages(): Promise<ReadonlyMap<string, string>> {
    if (!this.#pageOf.size) {
      for (const name of this.#names()) {
        for (const entity of await this.#read(name)) {
          this.#pageOf.set(stringifyEntityRef(entity), name);
        }
      }
    }
    return this.#pageOf;
  }

  #names(): string[] {
    return readdirSync(this.#folder)
      .filter(name => name.endsWith('.json'))
      .sort();
  }

  async #read(name: string): Promise<Entity[]> {
    const text = await readFile(path.join(this.#folder, name), 'utf8');
    const page: Entity[] = JSON.parse(text);
    return page.map(entity => this.#current(entity));
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
