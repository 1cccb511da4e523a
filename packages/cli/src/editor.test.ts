import { resolve } from 'node:path';
import { YamlLanguageServer } from './testing/YamlLanguageServer.fixture';

jest.setTimeout(60_000);

const SCHEMA = resolve(
  __dirname,
  '../../../docs/schemas/catalog-info.schema.json',
);

const file = (...annotations: string[]) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  annotations:
${annotations.map(line => `    ${line}\n`).join('')}spec:
  type: service
`;
/** Line of the first annotation. */
const FIRST = 6;

describe('The schema in an editor with the YAML language server', () => {
  let server: YamlLanguageServer;

  beforeAll(async () => {
    server = await YamlLanguageServer.start(SCHEMA);
  });

  afterAll(() => server?.stop());

  it('marks nothing in a file that is right', async () => {
    const marked = await server.open(
      'right',
      file(
        "maturity/tier: '1'",
        'maturity/slo: availability=99.95/30d, latency(300ms)=99/30d',
        'maturity/ci: github-actions',
        'maturity/runbook: ./docs/runbook.md',
        'pagerduty.com/service-id: PX1',
        'maturity/exempt.progressive-delivery: 2027-03-31 one node until spring',
      ),
    );
    expect(marked).toEqual([]);
  });

  it.each([
    ['a tier that is none', "maturity/tier: '5'"],
    ['a number', 'maturity/tier: 1'],
    ['an objective of 100', 'maturity/slo: availability=100/30d'],
    ['an objective of 0', 'maturity/slo: availability=0/30d'],
    ['an objective without a window', 'maturity/slo: availability=99.9'],
    ['a key that is none', 'maturity/teir: "1"'],
    ['a date that is none', 'maturity/readiness-review: last spring'],
  ])('marks %s at its line', async (name, annotation) => {
    const marked = await server.open(
      name.replace(/ /g, '-'),
      file('maturity/ci: github-actions', annotation),
    );
    // A value may be wrong in two ways.
    expect([...new Set(marked.map(({ line }) => line))]).toEqual([FIRST + 1]);
  });

  it('completes keys', async () => {
    await server.open('keys', file('maturity/ru'));
    const words = await server.complete('keys', { line: FIRST, column: 16 });
    expect(words).toEqual(
      expect.arrayContaining(['maturity/runbook', 'maturity/runtime']),
    );
  });

  it('completes words', async () => {
    await server.open('words', file('maturity/tier: '));
    const words = await server.complete('words', { line: FIRST, column: 20 });
    expect(words.join(' ')).toMatch(/1.*2.*3.*4/);
  });

  it('shows what a key means', async () => {
    await server.open('hover', file('maturity/runbook: ./docs/runbook.md'));
    expect(await server.hover('hover', { line: FIRST, column: 8 })).toMatch(
      /runbook/i,
    );
  });
});
