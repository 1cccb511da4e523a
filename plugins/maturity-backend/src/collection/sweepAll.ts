import {
  type EntityView,
  isScored,
} from '@backstage-maturity/plugin-maturity-common';
import {
  assertNewestSweep,
  pruneHistory,
  readFacts,
  readHeads,
  readRefreshMark,
  recordScopeSnapshots,
  removeScorecards,
  replaceScopes,
  type StoredHead,
} from '../database';
import type { FactSet } from '../facts';
import { type CatalogSnapshot, followSnapshot } from './CatalogSnapshot';
import { collectFacts } from './collectFacts';
import { evaluateStale } from './evaluateStale';
import { Evaluator } from './Evaluator';
import { findStale, isDue } from './findStale';
import { Fingerprint } from './Fingerprint';
import { readCatalogWithEtags } from './readCatalog';
import { countOrganization, storeAdvice } from './summarize';
import type { Run, SweepOptions } from './SweepOptions';
import { readSweptState, writeSweptState } from './SweptState';
import { toScopes } from './toScopes';
import { isWarm, type Warm } from './Warm';

/** Counting every group costs as much as a small change itself, so it follows changes at this distance. */
const COUNT_EVERY_MS = 15 * 60_000;

/**
 * Comparing every component with what it was evaluated from costs as much again as a sweep that finds nothing
 * changed. After changes that were followed, which may have missed somebody, it comes at this distance, or when a
 * process sweeps for the first time.
 */
export const COMPARE_EVERY_MS = 5 * 60_000;

/** Throws for a catalog without any entity where there were some: so it answers while it starts. */
export function assertNotEmpty(views: { size: number }, stored: number): void {
  if (!views.size && stored) {
    throw new Error(
      'The catalog answered without a single entity, as it does while it starts',
    );
  }
}

/**
 * Reads all of the catalog, evaluates the components whose verdicts may have changed, writes what did and
 * removes what is gone. It writes nothing before the catalog is read to its end, so a failed read leaves
 * the stored scorecards as they were.
 *
 * @param last - what the last sweep of this process knew at its end
 */
export async function sweepAll(
  options: SweepOptions,
  run: Run,
  last: Warm | undefined,
): Promise<Warm> {
  const { db, reader, definitions, settings, snapshots } = options;
  const { signal, now, counts } = run;
  const before = await readSweptState(db);
  // Read first: a refresh that ends from here on is one that this process does not know of.
  const refreshMark = await readRefreshMark(db);
  const isStanding = last && (await isWarm(last, { db, run, before }));
  const askers = isStanding ? last.askers : undefined;

  const kept = last?.snapshot ?? snapshots.newest;
  const known = kept?.views;
  const { views, etags } = await readCatalogWithEtags(reader, {
    signal,
    known,
  });
  const heads = await readHeads(db);
  assertNotEmpty(views, heads.size);
  const seen = { readAt: now, etags: etags.digest() };
  const snapshot = followSnapshot(kept, views, { ...seen, definitions });
  const scored = [...views.values()].filter(isScored);
  counts.total = scored.length;
  const facts = await factsOfAll(options, run, scored);
  const factsOf = (ref: string) => facts.factsOf(ref);
  const read = { views, scored, heads, factsOf, definitions, settings };
  const fingerprint = Fingerprint.of(read);

  const isKnown =
    before?.fingerprint === fingerprint.digest() &&
    ![...heads.values()].some(head => isDue(head, now));
  const isCompared =
    isKnown &&
    (before.compared ||
      (last && Math.abs(now - before.comparedAt) < COMPARE_EVERY_MS));
  const found = { snapshot, scored, heads, facts, askers };
  const isOther = !isCompared && (await updateAll(options, run, found));
  const isUnchanged = isKnown && !isOther;
  if (!isUnchanged) fingerprint.setHeads(heads);
  const summarizing = !isUnchanged || !before.summarized;
  if (summarizing) {
    await storeAdvice(options, run, { graph: snapshot.graph, heads });
  }
  snapshots.set(snapshot);
  const warm: Warm = {
    sweep: run.id,
    snapshot,
    fingerprint,
    askers,
    total: scored.length,
    refreshMark,
  };

  const day = new Date(now).toISOString().slice(0, 10);
  const newDay = before?.day !== day;
  const sinceCounted = Math.abs(now - (before?.countedAt ?? 0));
  const uncounted = !isUnchanged || before.uncounted;
  // Whoever waits for the first scorecards does not wait for trends, which take two days to show something.
  const counting =
    before !== undefined &&
    (newDay || (uncounted && sinceCounted >= COUNT_EVERY_MS));
  const isNews = summarizing || newDay || counting;
  if (!isNews && isCompared && before.etags === seen.etags) return warm;
  await db.transaction(async tx => {
    await assertNewestSweep(tx, run.id);
    if (summarizing || newDay) await countOrganization(tx, options, run);
    if (counting) await recordScopeSnapshots(tx, { day });
    const { retentionDays } = options;
    if (newDay) await pruneHistory(tx, { now, retentionDays });
    await writeSweptState(tx, {
      fingerprint: fingerprint.digest(),
      etags: seen.etags,
      day,
      countedAt: counting ? now : before?.countedAt ?? 0,
      uncounted: uncounted && !counting,
      summarizedAt: summarizing ? now : before.summarizedAt,
      summarized: true,
      comparedAt: isCompared ? before.comparedAt : now,
      compared: !isCompared || before.compared,
    });
  });
  return warm;
}

async function factsOfAll(
  options: SweepOptions,
  run: Run,
  views: readonly EntityView[],
): Promise<FactSet> {
  const { db, repositories } = options;
  // Another process may have swept since this one did, so memory is no good place for them.
  const stored = await readFacts(db);
  const facts = await collectFacts(options, run, { views, stored });
  if (repositories) {
    const { id: sweep, now, signal } = run;
    const known = await repositories.register(views, { sweep, now, signal });
    facts.addRepositories(known);
  }
  return facts;
}

/** Brings everything that is stored of components up to date, and `heads` with it. Gives whether anything was not. */
async function updateAll(
  options: SweepOptions,
  run: Run,
  found: {
    snapshot: CatalogSnapshot;
    scored: readonly EntityView[];
    heads: Map<string, StoredHead>;
    facts: FactSet;
    askers: Warm['askers'];
  },
): Promise<boolean> {
  const { db, definitions, advice } = options;
  const { snapshot, scored, heads, facts, askers } = found;
  const { graph } = snapshot;
  const { id, counts, signal, now } = run;
  const factsOf = (ref: string) => facts.factsOf(ref);
  const evaluator = new Evaluator({ graph, definitions, factsOf, now });
  const shared = { db, heads, evaluator };
  const stale = await findStale(scored, { ...shared, signal, now });
  await evaluateStale(stale, { ...shared, advice, askers, run });

  signal.throwIfAborted();
  const present = new Set(scored.map(view => view.ref));
  const gone = [...heads.keys()].filter(ref => !present.has(ref));
  await removeScorecards(db, gone, id);
  for (const ref of gone) heads.delete(ref);
  counts.removed = gone.length;
  const replaced = await replaceScopes(db, toScopes(graph), id);
  signal.throwIfAborted();
  return stale.length + gone.length + replaced > 0;
}
