import {
  type ChangedGraph,
  type EntityView,
  isScored,
  touchedQuestions,
} from '@backstage-maturity/plugin-maturity-common';
import {
  assertNewestSweep,
  readFacts,
  readHeads,
  removeScorecards,
  replaceScopes,
} from '../database';
import type { FactSet } from '../facts';
import { Askers } from './Askers';
import { collectFacts } from './collectFacts';
import type { EtagSum } from './EtagSum';
import { evaluateStale } from './evaluateStale';
import { Evaluator } from './Evaluator';
import { findStale } from './findStale';
import { readEntities } from './readCatalog';
import {
  countOrganization,
  storeAdvice,
  SUMMARIZE_EVERY_MS,
} from './summarize';
import { assertNotEmpty } from './sweepAll';
import type { Run, SweepOptions } from './SweepOptions';
import { type SweptState, writeSweptState } from './SweptState';
import { toScopes } from './toScopes';
import type { Warm } from './Warm';

/** From where a change is followed, and what the catalog has told of it. */
export interface Moved {
  warm: Warm;
  before: SweptState;
  /** As they are now; those that are read again are put in. */
  etags: EtagSum;
  refs: readonly string[];
}

/**
 * Follows the change of some entities without reading the others again: evaluates exactly the components
 * whose inputs the change has altered. What a change of an etag does not tell is left to the full sweep, and
 * so is whoever is missed here: the state says that changes were followed.
 */
export async function catchUp(
  options: SweepOptions,
  run: Run,
  moved: Moved,
): Promise<Warm> {
  const { db, definitions, snapshots, advice } = options;
  const { id, signal, now, counts } = run;
  const { warm, before, etags } = moved;
  const { snapshot, change } = await readChange(options, run, moved);
  assertNotEmpty(snapshot.views, warm.total);
  const replaced = change.replaced.filter(
    one => one.before?.kind === 'component' || one.after?.kind === 'component',
  );
  const gone = replaced.flatMap(one =>
    one.after ? [] : one.before?.ref ?? [],
  );
  const came = replaced.filter(one => !one.before).length;
  counts.total = warm.total - gone.length + came;

  const askers = warm.askers ?? (await Askers.read(db, snapshot.views, signal));
  const candidates = candidatesOf(change, askers);
  const heads = await readHeads(db, [
    ...candidates.map(({ ref }) => ref),
    ...gone,
  ]);
  const old = new Map(heads);
  const facts = await factsOfSome(options, run, { change, candidates });
  const factsOf = (ref: string) => facts.factsOf(ref);
  const { graph } = snapshot;
  const evaluator = new Evaluator({ graph, definitions, factsOf, now });
  const shared = { db, heads, evaluator };
  const stale = await findStale(candidates, { ...shared, signal, now });
  await evaluateStale(stale, { ...shared, advice, askers, run });
  signal.throwIfAborted();
  await removeScorecards(db, gone, id);
  counts.removed = gone.length;
  if (movesScopes(change)) await replaceScopes(db, toScopes(graph), id);

  const fingerprint = warm.fingerprint.copy();
  for (const one of change.replaced) {
    fingerprint.setEntity(one.before, one.after);
  }
  for (const { ref } of candidates) {
    fingerprint.setHead(ref, old.get(ref), heads.get(ref));
    fingerprint.setFacts(ref, factsOf(ref));
  }
  for (const ref of gone) {
    fingerprint.setHead(ref, old.get(ref), undefined);
    fingerprint.setFacts(ref, undefined);
  }
  const isNews = change.replaced.length > 0;
  const state: SweptState = {
    ...before,
    fingerprint: fingerprint.digest(),
    etags: etags.digest(),
    uncounted: before.uncounted || isNews,
    summarized: before.summarized && !isNews,
    compared: before.compared && !isNews,
  };
  await db.transaction(async tx => {
    await assertNewestSweep(tx, id);
    await writeSweptState(tx, state);
  });
  snapshots.set(snapshot);
  if (
    !state.summarized &&
    Math.abs(now - state.summarizedAt) >= SUMMARIZE_EVERY_MS
  ) {
    await storeAdvice(options, run, { graph, heads: await readHeads(db) });
    await db.transaction(async tx => {
      await assertNewestSweep(tx, id);
      await countOrganization(tx, options, run);
      const summarized = { summarizedAt: now, summarized: true };
      await writeSweptState(tx, { ...state, ...summarized });
    });
  }
  const { total } = counts;
  return { ...warm, sweep: id, snapshot, fingerprint, askers, total };
}

/** Reads the moved entities; the etags are then those that were read. */
async function readChange(
  { reader }: SweepOptions,
  { now, signal }: Run,
  { warm, etags, refs }: Moved,
) {
  const views = await readEntities(reader, refs, signal);
  const changes = [...views].flatMap(([ref, view]) => {
    if (view) etags.set(ref, view.etag);
    const known = warm.snapshot.views.get(ref);
    return view || known ? [{ ref, view }] : [];
  });
  const seen = { readAt: now, etags: etags.digest() };
  return warm.snapshot.with(changes, seen);
}

/** The components whose inputs a change may have altered; their hashes tell whether it has. */
function candidatesOf(change: ChangedGraph, askers: Askers): EntityView[] {
  const { before, after } = change;
  const isOtherCatalog =
    before.hasPlatformOfferings() !== after.hasPlatformOfferings() ||
    before.templateStacks().join() !== after.templateStacks().join() ||
    change.replaced.some(one => {
      const kind = (one.before ?? one.after)?.kind ?? '';
      return before.hasAny(kind) !== after.hasAny(kind);
    });
  if (isOtherCatalog) return [...after.all('component')];
  const refs = new Set<string>();
  for (const question of touchedQuestions(change)) {
    // What an entity asks about itself is recorded without its reference.
    refs.add(question.slice(1));
    for (const ref of askers.of(question)) refs.add(ref);
  }
  return [...refs].flatMap(ref => {
    const view = after.get(ref);
    return view && isScored(view) ? [view] : [];
  });
}

/** True when a roll-up scope may hold others, lie elsewhere or be called otherwise. */
function movesScopes({ replaced, edges }: ChangedGraph): boolean {
  return (
    edges.length > 0 ||
    replaced.some(({ before, after }) => before?.title !== after?.title)
  );
}

/** Asks the providers about what has changed; of the others what is stored is known to hold. */
async function factsOfSome(
  options: SweepOptions,
  run: Run,
  found: { change: ChangedGraph; candidates: readonly EntityView[] },
): Promise<FactSet> {
  const { db, repositories, facts } = options;
  const { candidates } = found;
  const replaced = found.change.replaced.filter(({ before, after }) =>
    [before, after].some(view => view && isScored(view)),
  );
  const views = replaced.flatMap(({ after }) => after ?? []);
  const refs = replaced.flatMap(({ before, after }) => {
    const view = after ?? before;
    return view ? view.ref : [];
  });
  const stored = await readFacts(db, refs);
  await collectFacts(options, run, { views, stored });
  const known = facts.known(
    await readFacts(
      db,
      candidates.map(({ ref }) => ref),
    ),
  );
  if (repositories) {
    const isElsewhere = replaced.some(
      ({ before, after }) =>
        !before || !after || !repositories.isSamePlace(before, after),
    );
    const { id: sweep, now, signal } = run;
    known.addRepositories(
      isElsewhere
        ? await repositories.register(found.change.after.all('component'), {
            sweep,
            now,
            signal,
          })
        : await repositories.ofSome(candidates),
    );
  }
  return known;
}
