import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { entityKindSchemaValidator } from '@backstage/catalog-model';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { BUILT_IN_CHECKS } from '../../checks';
import { OWN_KEYS } from '../../entity';
import { annotationProblem } from '../values/annotationProblem';
import { lintCatalog } from '../lint/lintCatalog';
import { catalogSchema, catalogSchemaText } from './catalogSchema';

const ROOT = resolve(__dirname, '../../../../..');
const validate = entityKindSchemaValidator(catalogSchema());

function isValid(entity: unknown): boolean {
  try {
    return validate(entity) !== false;
  } catch {
    return false;
  }
}

function takes(key: string, value: unknown): boolean {
  return isValid({ metadata: { annotations: { [key]: value } } });
}

const KEYS = OWN_KEYS.map(own => ({
  ...own,
  key: own.key.replace('<check-id>', BUILT_IN_CHECKS[0].definition.id),
}));

/** Pieces of the grammars, right and wrong. */
const PIECES = [
  'availability',
  'Latency',
  'latency(300ms)',
  'freshness ( 1.5h )',
  'errors(3s)',
  '=',
  '99.9',
  '99.99999',
  '100',
  '0',
  '0.0',
  '007',
  '%',
  '/',
  '30d',
  '367d',
  '366D',
  '52w',
  '53w',
  ',',
  ' ',
  '-',
  '+',
  '1',
  '3',
  '4',
  '2026-03-01',
  '2026-13-01',
  'https://a.test/x',
  'http:/x',
  'unit',
  'E2E',
  'magic',
  'canary',
  'ALL-AT-ONCE',
  'true',
  'none',
  'manual',
  '1.2.3',
  'v2.0.0-rc.1',
  'template:',
  'default/',
  'go-service',
  './docs/x.md',
  'CHANGEME',
  'tbd',
  '${{ x }}',
  'https://example.com',
  'text',
  ':',
  '\t',
  '\n',
];
const written = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map(pieces => pieces.join(''));

describe('the schema of catalog files', () => {
  it('is what the repository holds for editors', () => {
    const file = join(ROOT, 'docs/schemas/catalog-info.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(catalogSchemaText()),
    );
  });

  it.each(KEYS.map(({ key, example }) => [key, example]))(
    'takes the example of %s: %s',
    (key, example) => {
      expect(takes(key, example)).toBe(true);
    },
  );

  it('takes whatever the checks can read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), written, ({ key }, value) => {
        fc.pre(annotationProblem(key, value) === undefined);
        expect([key, value, takes(key, value)]).toEqual([key, value, true]);
      }),
      { numRuns: 5000 },
    );
  });

  /** Forms of which an expression can say everything; of the others it says less than the parsers. */
  const EXACT = ['one-of', 'list-of', 'flag', 'semver', 'integer'];
  it('refuses whatever the checks cannot read, where an expression can say it', () => {
    const exact = KEYS.filter(({ form }) => EXACT.includes(form.is));
    fc.assert(
      fc.property(fc.constantFrom(...exact), written, ({ key }, value) => {
        fc.pre(annotationProblem(key, value) !== undefined);
        expect([key, value, takes(key, value)]).toEqual([key, value, false]);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['maturity/tier', '5'],
    ['maturity/tier', '0'],
    ['maturity/tier', 1],
    ['maturity/teir', '1'],
    ['maturity/slo', 'availability=100/30d'],
    ['maturity/slo', 'availability=0/30d'],
    ['maturity/slo', 'availability=99.9'],
    ['maturity/slo', 'availability=99.9/367d'],
    ['maturity/slo', 'happiness=99/30d'],
    ['maturity/slo', 'availability=99.9/30d,'],
    ['maturity/sla', ',,,'],
    ['maturity/readiness-review', '2026-13-01'],
    ['maturity/recovery-test', 'yesterday'],
    ['maturity/toil', '101'],
    ['maturity/toil', '-1'],
    ['maturity/slsa-build-level', '4'],
    ['maturity/rollout', 'yolo'],
    ['maturity/tests', 'unit, magic'],
    ['maturity/runbook', 'wiki'],
    ['maturity/runbook', 'https://example.com/runbook'],
    ['maturity/ci', 'CHANGEME'],
    ['maturity/ci', ''],
    ['maturity/ci', '${{ values.ci }}'],
    ['maturity/no-api', 'perhaps'],
    ['maturity/exempt.slo-defined', 'later'],
    ['maturity/golden-path', 'component:default/x'],
  ])('refuses %s: %j', (key, value) => {
    expect(takes(key, value)).toBe(false);
  });

  it('judges nothing of others, and needs no annotations at all', () => {
    expect(takes('acme.com/anything', 5)).toBe(true);
    expect(isValid({ kind: 'Component', metadata: { name: 'x' } })).toBe(true);
    expect(isValid({ metadata: { labels: { 'maturity/tier': '9' } } })).toBe(
      false,
    );
  });

  it('ends quickly on long values', () => {
    const pieces = ['a,', ' ', 'a/', 'availability=99.9/30d ', '1'];
    const start = performance.now();
    for (const { key } of KEYS) {
      pieces.forEach(piece => takes(key, piece.repeat(5_000)));
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  const files = readdirSync(join(ROOT, 'examples'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter(file => /^[^.].*\.yaml$/.test(file))
    .sort();

  it.each(files)('agrees with the linter on examples/%s', file => {
    const text = readFileSync(join(ROOT, 'examples', file), 'utf8');
    const documents = parseAllDocuments(text);
    for (const document of Array.isArray(documents) ? documents : []) {
      const entity: unknown = document.toJS();
      const alone = text.slice(document.range[0], document.range[2]);
      const findings = lintCatalog(alone).filter(
        ({ rule }) => rule !== 'unread-kind',
      );
      expect([alone.slice(0, 200), isValid(entity)]).toEqual([
        alone.slice(0, 200),
        findings.length === 0,
      ]);
    }
  });
});
