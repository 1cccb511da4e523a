import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Portal } from './portal';
import { root } from './process';

async function scoreByCommandLine(folder: string) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      path.join(root, 'packages/cli/bin/maturity.cjs'),
      'score',
      'examples/all.yaml',
      'catalog-info.yaml',
      '--format',
      'json',
    ],
    { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

// The command line leaves out what texts are rendered from.
const shown = ({
  check,
  track,
  level,
  status,
  reason,
  evidence,
  remedy,
}: any) => ({
  check,
  track,
  level,
  status,
  reason,
  evidence: evidence.map(({ strength, source, value, from }: any) => ({
    strength,
    source,
    value,
    from,
  })),
  remedy,
});

/** Asserts that the portal and the command line give every entity of its catalog the same scorecard, check by check. */
export async function assertParity(portal: Portal): Promise<void> {
  const offline = await scoreByCommandLine(portal.catalog);
  const served = new Map<string, any>();
  let cursor: string | undefined;
  do {
    const page = await portal.get(
      `/scorecards?limit=500${cursor ? `&cursor=${cursor}` : ''}`,
    );
    assert.equal(page.definitionVersion, offline.definitionVersion);
    for (const { entityRef } of page.items) {
      const [kind, namespace, name] = entityRef.split(/[:/]/);
      const detail = await portal.get(
        `/scorecards/${kind}/${namespace}/${name}`,
      );
      served.set(entityRef, detail.scorecard);
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);

  assert.deepEqual(
    offline.scorecards.map((card: any) => card.entityRef),
    [...served.keys()].sort(),
  );
  assert.ok(offline.scorecards.length >= 45);
  for (const card of offline.scorecards) {
    const other = served.get(card.entityRef);
    for (const [index, result] of card.results.entries()) {
      assert.deepEqual(
        shown(other.results[index]),
        shown(result),
        `${card.entityRef} ${result.check}`,
      );
    }
    for (const key of ['stage', 'target', 'tracks']) {
      assert.deepEqual(other[key], card[key], `${card.entityRef} ${key}`);
    }
  }
}
