import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import { scheduleSweeps } from '../../plugins/maturity-backend/src/collection';
import { readScorecard } from '../../plugins/maturity-backend/src/database';
import { median } from './catalog';
import { connect } from './database';
import { benchMaturity } from './maturity';
import { PagedCatalog } from './PagedCatalog';
import { WrittenRows } from './WrittenRows';

// Sweeps in a process of its own and prints what it took. With "fill" it ends after the first sweep.
const [pages, connection, mode] = process.argv.slice(2);
// The bench runs in the folder of the workspace, and this code in a bundle elsewhere.
const migrations = path.resolve('plugins/maturity-backend/migrations');
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const WATCHED_NUMBER = 1;
const WATCHED = `component:default/component-${WATCHED_NUMBER}`;
const TURNS = 5;
// How often the bench looks whether a new score is there.
const LOOK_MS = 5;

async function main(): Promise<void> {
  const db = await connect(connection);
  await db.migrate.latest({ directory: migrations });
  const rows = new WrittenRows(db);
  const catalog = new PagedCatalog(pages);
  const { sweep, config, reader } = benchMaturity(db, {
    streamEntities: () => catalog.streamEntities(),
    getEntitiesByRefs: catalog.getEntitiesByRefs.bind(catalog),
  });
  const before = megabytes(process.memoryUsage().rss);
  const signal = new AbortController().signal;
  const run = async () => {
    const before = await rows.count();
    const started = Date.now();
    const record = await sweep.run(signal);
    const ms = Date.now() - started;
    if (record.status !== 'succeeded') throw new Error(String(record.error));
    const { written } = record;
    return { ms, written, rows: (await rows.count()) - before };
  };

  /** From the next poll after a change of one component until its new score is stored. */
  async function reachScore(): Promise<number> {
    const tasks: ((signal: AbortSignal) => void | Promise<void>)[] = [];
    const scheduler: SchedulerService = Object.assign(Object.create(null), {
      createScheduledTaskRunner: () => ({
        run: async ({ fn }: { fn: (typeof tasks)[number] }) => tasks.push(fn),
      }),
    });
    const settings = { ...config.sweep, db, scheduler, sweep, reader };
    await scheduleSweeps(settings);
    // A catalog has its index before anybody asks.
    await catalog.getEntitiesByRefs({ entityRefs: [] });
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const old = await readScorecard(db, WATCHED);
      catalog.change(
        number =>
          number % 100 === 0 || (number === WATCHED_NUMBER && turn % 2 === 0),
      );
      const started = performance.now();
      const polled = Promise.resolve(tasks[1](signal));
      let ended = false;
      polled.finally(() => {
        ended = true;
      });
      for (;;) {
        const now = await readScorecard(db, WATCHED);
        if (now && now.evaluatedAt !== old?.evaluatedAt) break;
        if (ended) {
          throw new Error(`The poll did not bring a new score of ${WATCHED}.`);
        }
        await pause(LOOK_MS);
      }
      times.push(performance.now() - started);
      // What follows, the advice for example, does not belong to it.
      await polled;
    }
    return Math.round(median(times));
  }

  const first = await run();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const figures = { first: first.ms, before, peak };
  if (mode === 'fill') {
    process.stdout.write(JSON.stringify(figures));
  } else {
    const counted = await run();
    const again = await run();
    catalog.change(number => number % 100 === 0);
    const changed = await run();
    const one = await reachScore();
    process.stdout.write(
      JSON.stringify({
        ...figures,
        firstRows: first.rows,
        counted: counted.ms,
        countedRows: counted.rows,
        again: again.ms,
        againRows: again.rows,
        changed: changed.ms,
        changedWritten: changed.written,
        changedRows: changed.rows,
        one,
      }),
    );
  }
  await db.destroy();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
