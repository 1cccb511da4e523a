import { createHash } from 'node:crypto';
import type {
  DefinitionSet,
  EntityFacts,
  EntityView,
} from '@backstage-maturity/plugin-maturity-common';
import { z } from 'zod';
import { type Db, readState, type StoredHead, writeState } from '../database';
import { hashEntity } from './hashEntity';

const KEY = 'swept';

const schema = z.object({
  fingerprint: z.string(),
  etags: z.string(),
  day: z.string(),
  // States that were written before groups were counted have neither.
  countedAt: z.number().default(0),
  uncounted: z.boolean().default(true),
});

/** What the last complete sweep left behind. */
export interface SweptState {
  /** Hash of everything that it read and wrote. */
  fingerprint: string;
  /** Hash of the etags of the catalog that it read. */
  etags: string;
  /** UTC day of the newest snapshot of the organization. */
  day: string;
  /** Epoch milliseconds at which groups, systems and domains were last counted. */
  countedAt: number;
  /** Whether something has changed since. */
  uncounted: boolean;
}

/** The state after the last complete sweep; undefined when there is none that we can read. */
export async function readSweptState(db: Db): Promise<SweptState | undefined> {
  return schema.safeParse(await readState(db, KEY)).data;
}

export async function writeSweptState(
  db: Db,
  state: SweptState,
): Promise<void> {
  await writeState(db, KEY, state);
}

/**
 * Hash of everything that scorecards, roll-up scopes and advice are made of, and of the scorecards
 * themselves: as long as it stays equal a sweep has nothing to do. A refresh changes it, because it
 * writes a scorecard that scopes and advice do not know yet.
 */
export function fingerprintOf(swept: {
  views: ReadonlyMap<string, EntityView>;
  scored: readonly EntityView[];
  heads: ReadonlyMap<string, StoredHead>;
  factsOf: (entityRef: string) => EntityFacts;
  definitions: DefinitionSet;
  settings: string;
}): string {
  const { views, scored, heads, factsOf, definitions, settings } = swept;
  const sum = createHash('sha1');
  sum.update(`${definitions.version}\n${settings}\n`);
  const entities = [...views.values()].map(
    view => `${view.ref}\t${hashEntity(view)}`,
  );
  sum.update(entities.sort().join('\n'));
  const facts = scored.flatMap(view => {
    const text = JSON.stringify(factsOf(view.ref));
    return text === '{}' ? [] : `\n${view.ref}\t${text}`;
  });
  sum.update(facts.sort().join(''));
  const stored = Array.from(
    heads,
    ([ref, head]) => `\n${ref}\t${head.contentHash}\t${head.input?.hash}`,
  );
  sum.update(stored.sort().join(''));
  return sum.digest('base64url');
}
