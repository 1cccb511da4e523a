import { createHash } from 'node:crypto';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type {
  AdviceAnswer,
  CatalogGraph,
  DefinitionSet,
  Scorecard,
} from '@backstage-maturity/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  type AdviceInput,
  type CatalogSnapshot,
  createSnapshot,
  fillAdviceInput,
  restrictViews,
  type SnapshotHolder,
} from '../collection';
import type { MaturityConfig } from '../config';
import { readHeads, type Visible } from '../database';
import { adviceOf } from './storedAdvice';

const KEPT_MS = 30_000;
const MOST_KEPT = 50;

/** What a caller may see: scorecards, and entities beside them. Undefined stands for all. */
export interface AdviceScope {
  visible: Visible;
  names: Visible;
}

function digest({ visible, names }: AdviceScope): string {
  const sum = createHash('sha1');
  for (const refs of [visible, names]) {
    sum.update(refs ? '\n(' : '\n*');
    for (const ref of refs ?? []) sum.update(`${ref}\n`);
  }
  return sum.digest('base64url');
}

function withoutHidden(card: Scorecard, names: Visible): Scorecard {
  if (!names) return card;
  const isHidden = ({ from }: { from: string | null }) =>
    from !== null && !names.has(from);
  if (!card.results.some(({ evidence }) => evidence.some(isHidden))) {
    return card;
  }
  const results = card.results.map(result => ({
    ...result,
    evidence: result.evidence.filter(one => !isHidden(one)),
  }));
  return { ...card, results };
}

/**
 * The advice for callers who may see a part of the catalog, counted from that part alone. The catalog
 * comes from the snapshot of this replica, so it is asked nothing; callers who see the same share an
 * answer for half a minute, and one answer is computed at a time.
 */
export class CallerAdvice {
  readonly #options: {
    db: Knex;
    definitions: DefinitionSet;
    advisor: MaturityConfig['advisor'];
    snapshots: SnapshotHolder;
    input: AdviceInput;
  };
  readonly #kept = new Map<
    string,
    { answer: Promise<AdviceAnswer>; until: number }
  >();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    db: Knex;
    definitions: DefinitionSet;
    advisor: MaturityConfig['advisor'];
    snapshots: SnapshotHolder;
    /** Scorecards that this process holds; those that it lacks are read and added. */
    input: AdviceInput;
  }) {
    this.#options = options;
  }

  of(scope: AdviceScope): Promise<AdviceAnswer> {
    // Who sees the same gets the same, so what is seen is the key, and a changed policy counts at once.
    const key = digest(scope);
    const now = Date.now();
    const kept = this.#kept.get(key);
    if (kept && kept.until > now && now > kept.until - 2 * KEPT_MS) {
      return kept.answer;
    }
    const answer = this.#last.then(() => this.#compute(scope));
    this.#last = answer.catch(() => {});
    this.#kept.delete(key);
    this.#kept.set(key, { answer, until: now + KEPT_MS });
    answer.catch(() => this.#kept.delete(key));
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return answer;
  }

  async #compute({ visible, names }: AdviceScope): Promise<AdviceAnswer> {
    const { db, definitions, advisor, input } = this.#options;
    const snapshot = await this.#snapshot();
    const heads = await readHeads(db);
    const refs = [...heads.keys()].filter(ref => visible?.has(ref) !== false);
    await fillAdviceInput(input, { db, refs, heads, definitions });
    const scorecards = input
      .scorecardsOf(refs)
      .map(card => withoutHidden(card, names));
    const graph = this.#graph(snapshot, names);
    const answer = adviceOf({ graph, scorecards, definitions, advisor });
    return { ...answer, restricted: true };
  }

  #graph(snapshot: CatalogSnapshot, names: Visible): CatalogGraph {
    if (!names) return snapshot.graph;
    const { definitions } = this.#options;
    const views = restrictViews(snapshot.views, names);
    const { readAt } = snapshot;
    return createSnapshot(views, { definitions, readAt }).graph;
  }

  async #snapshot(): Promise<CatalogSnapshot> {
    try {
      return await this.#options.snapshots.get();
    } catch (error) {
      throw new ServiceUnavailableError(
        `The advice cannot be counted while the catalog cannot be read: ${
          toError(error).message
        }`,
      );
    }
  }
}
