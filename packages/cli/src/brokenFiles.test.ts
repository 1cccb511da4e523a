import { resolve } from 'node:path';
import {
  createCatalogGraph,
  createDefinitionSet,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import { describeLoadProblem, loadCatalog } from './load/loadCatalog';

const ROOT = resolve(__dirname, '../../..');
const NOW = Date.parse('2026-11-23T12:00:00Z');
const FOLDER = 'examples/.broken';

async function read() {
  const { entities, problems } = await loadCatalog({
    paths: [FOLDER],
    context: [],
    cwd: ROOT,
  });
  const graph = createCatalogGraph(entities.map(({ entity }) => entity));
  const cards = scoreAll(graph, createDefinitionSet(), { now: NOW });
  const byName = new Map(
    [...cards].map(({ view, card }) => [view.name, card] as const),
  );
  const resultOf = (name: string, check: string) => {
    const result = byName.get(name)?.results.find(each => each.check === check);
    return result && [result.status, result.reason];
  };
  return { problems: problems.map(describeLoadProblem), byName, resultOf };
}

describe('files that are wrong on purpose', () => {
  let broken: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    broken = await read();
  });

  it('are reported with file, line and field', () => {
    const starts = broken.problems.map(problem =>
      problem.slice(FOLDER.length + 1).replace(/(: [\w./-]+:)? .*$/s, '$1'),
    );
    expect(starts).toEqual([
      'broken-yaml.yaml:10:',
      'duplicates.yaml:11:',
      'hostile-values.yaml:49: metadata.annotations.__proto__:',
      'missing-owner.yaml:6: spec.owner:',
      'missing-owner.yaml:16: metadata.annotations.maturity/change-review:',
      'unknown-kind.yaml:2: kind:',
    ]);
  });

  it('leave everything else that is in them scored', () => {
    expect([...broken.byName.keys()]).toEqual([
      'adrift',
      'beside-the-unknown',
      'chicken',
      'constructor',
      'egg',
      'far-future',
      'hostile',
      'owned',
      'slo-half-good',
      'slo-hundred',
      'slo-no-window',
      'slo-twice',
      'slo-window-too-long',
      'thirtieth-of-february',
      'twin',
      'unquoted-date',
    ]);
  });

  it.each([
    ['adrift', 'owner-assigned', 'fail', 'dangling'],
    ['adrift', 'system-assigned', 'fail', 'dangling'],
    ['adrift', 'golden-path-origin', 'fail', 'dangling'],
    ['egg', 'catalog-healthy', 'fail', 'dangling'],
    ['chicken', 'dependencies-declared', 'pass', 'related'],
    ['chicken', 'on-call-linked', 'pass', 'inherited'],
    ['slo-hundred', 'slo-defined', 'fail', 'malformed-slo'],
    ['slo-no-window', 'slo-defined', 'fail', 'malformed-slo'],
    ['slo-half-good', 'slo-defined', 'fail', 'malformed-slo'],
    ['slo-twice', 'slo-defined', 'fail', 'malformed-slo'],
    ['slo-window-too-long', 'sla-backed-by-slo', 'fail', 'malformed-slo'],
    ['thirtieth-of-february', 'readiness-review', 'fail', 'malformed'],
    ['thirtieth-of-february', 'recovery-tested', 'fail', 'malformed'],
    ['far-future', 'readiness-review', 'fail', 'future'],
    ['far-future', 'recovery-tested', 'fail', 'malformed'],
    ['unquoted-date', 'readiness-review', 'pass', 'recent'],
    ['hostile', 'automated-tests', 'fail', 'unrecognised'],
    ['hostile', 'sli-defined', 'fail', 'unrecognised'],
    ['hostile', 'runbook-linked', 'fail', 'malformed'],
    ['hostile', 'golden-path-origin', 'fail', 'dangling'],
    ['hostile', 'build-provenance', 'fail', 'malformed'],
    ['hostile', 'horizontal-scaling', 'unknown', 'no-evidence'],
  ])('judge %s on %s as %s (%s)', (name, check, status, reason) => {
    expect(broken.resultOf(name, check)).toEqual([status, reason]);
  });

  it('keep the first of two entities with one name', () => {
    // The second one is a library, to which the track does not apply.
    expect(broken.byName.get('twin')?.tracks.sre.level).toBe(0);
  });

  it('do not let an entity exempt itself', () => {
    const statuses = broken.byName
      .get('hostile')
      ?.results.map(result => result.status);
    expect(statuses).not.toContain('exempt');
  });

  it('leave the prototype of all objects alone', () => {
    const fresh: Record<string, unknown> = {};
    expect(fresh.polluted).toBeUndefined();
    expect(Object.getPrototypeOf(fresh)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('are read by no folder scan', async () => {
    const { entities } = await loadCatalog({
      paths: ['examples'],
      context: [],
      cwd: ROOT,
    });
    expect(entities.filter(({ file }) => file.startsWith(FOLDER))).toEqual([]);
  });
});
