import { z } from 'zod';
import { type Db, readState, writeState } from '../database';

const KEY = 'swept';

const schema = z.object({
  fingerprint: z.string(),
  etags: z.string(),
  day: z.string(),
  // States that were written before groups were counted have neither.
  countedAt: z.number().default(0),
  uncounted: z.boolean().default(true),
  // States that were written before single changes were followed have neither.
  summarizedAt: z.number().default(0),
  summarized: z.boolean().default(true),
  // Nor do states that were written before what was followed was compared have these.
  comparedAt: z.number().default(0),
  compared: z.boolean().default(false),
});

/** What the last complete sweep left behind. */
export interface SweptState {
  /** Digest of everything that it read and wrote. */
  fingerprint: string;
  /** Sum of the etags of the catalog that it read. */
  etags: string;
  /** UTC day of the newest snapshot of the organization. */
  day: string;
  /** Epoch milliseconds at which groups, systems and domains were last counted. */
  countedAt: number;
  /** Whether something has changed since. */
  uncounted: boolean;
  /** Epoch milliseconds at which the advice and the snapshot of the organization were last made. */
  summarizedAt: number;
  /** Whether nothing has changed since. */
  summarized: boolean;
  /** Epoch milliseconds at which every component was last compared with what it was evaluated from. */
  comparedAt: number;
  /** Whether no change was followed since. */
  compared: boolean;
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
