import { hash } from 'node:crypto';
import type {
  DefinitionSet,
  EntityFacts,
  EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import type { StoredHead } from '../database';
import { hashEntity } from './hashEntity';
import { SetSum } from './SetSum';

function entityLine(view: EntityView | undefined): string | undefined {
  return view && `${view.ref}\t${hashEntity(view)}`;
}

function headLine(
  ref: string,
  head: StoredHead | undefined,
): string | undefined {
  return head && `${ref}\t${head.contentHash}\t${head.input?.hash}`;
}

/**
 * Of everything that scorecards, roll-up scopes and advice are made of, and of the scorecards themselves:
 * as long as its digest stays equal a sweep has nothing to do. A refresh changes it, because it writes a
 * scorecard that scopes and advice do not know yet. Small changes change it at little cost.
 */
export class Fingerprint {
  readonly #fixed: string;
  readonly #entities: SetSum;
  #heads: SetSum;
  readonly #facts: SetSum;
  /** Lines of what has facts. */
  readonly #factLines: Map<string, string>;

  private constructor(parts: {
    fixed: string;
    entities: SetSum;
    heads: SetSum;
    facts: SetSum;
    factLines: Map<string, string>;
  }) {
    this.#fixed = parts.fixed;
    this.#entities = parts.entities;
    this.#heads = parts.heads;
    this.#facts = parts.facts;
    this.#factLines = parts.factLines;
  }

  static of(swept: {
    views: ReadonlyMap<string, EntityView>;
    scored: readonly EntityView[];
    heads: ReadonlyMap<string, StoredHead>;
    factsOf: (entityRef: string) => EntityFacts;
    definitions: DefinitionSet;
    settings: string;
  }): Fingerprint {
    const { views, scored, heads, factsOf, definitions, settings } = swept;
    const made = new Fingerprint({
      fixed: `${definitions.version}\n${settings}`,
      entities: new SetSum(),
      heads: new SetSum(),
      facts: new SetSum(),
      factLines: new Map(),
    });
    for (const view of views.values()) made.setEntity(undefined, view);
    for (const { ref } of scored) made.setFacts(ref, factsOf(ref));
    for (const [ref, head] of heads) made.setHead(ref, undefined, head);
    return made;
  }

  copy(): Fingerprint {
    return new Fingerprint({
      fixed: this.#fixed,
      entities: this.#entities.copy(),
      heads: this.#heads.copy(),
      facts: this.#facts.copy(),
      factLines: new Map(this.#factLines),
    });
  }

  setEntity(before: EntityView | undefined, after: EntityView | undefined) {
    this.#entities.replace(entityLine(before), entityLine(after));
  }

  setHead(
    ref: string,
    before: StoredHead | undefined,
    after: StoredHead | undefined,
  ) {
    this.#heads.replace(headLine(ref, before), headLine(ref, after));
  }

  setHeads(heads: ReadonlyMap<string, StoredHead>) {
    this.#heads = new SetSum();
    for (const [ref, head] of heads) this.setHead(ref, undefined, head);
  }

  setFacts(ref: string, facts: EntityFacts | undefined) {
    const text = JSON.stringify(facts ?? {});
    const line =
      text === '{}' ? undefined : `${ref}\t${hash('sha1', text, 'base64url')}`;
    this.#facts.replace(this.#factLines.get(ref), line);
    if (line === undefined) this.#factLines.delete(ref);
    else this.#factLines.set(ref, line);
  }

  digest(): string {
    const sums = [this.#entities, this.#facts, this.#heads];
    const text = [this.#fixed, ...sums.map(sum => sum.digest())].join('\n');
    return hash('sha1', text, 'base64url');
  }
}
