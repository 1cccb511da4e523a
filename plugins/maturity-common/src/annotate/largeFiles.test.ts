import { describeRefusal } from './describeRefusal';
import { editEntity } from './editEntity';
import { annotationProblem } from './values/annotationProblem';
import { lintCatalog } from './lint/lintCatalog';
import type { Change } from './types';

const tier: Change = {
  do: 'set-annotation',
  key: 'maturity/tier',
  value: '1',
};

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

function component(annotations: string): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\n  annotations:\n${annotations}spec: {}\n`;
}

function refusals(text: string, changes: readonly Change[]): string[] {
  const result = editEntity(text, { entity: 'shop', changes });
  return result.ok
    ? []
    : result.refusals.map(refusal => describeRefusal(refusal));
}

// Each of these took minutes where keys are compared with each other, or places are counted from the
// beginning.
describe('A catalog file as large as is read', () => {
  it('is edited', () => {
    const text = component(many(40_000, index => `    x/k${index}: v\n`));
    const result = editEntity(text, { entity: 'shop', changes: [tier] });
    expect(result.ok && result.edit.text.length - text.length).toBe(
      "    maturity/tier: '1'\n".length,
    );
  });

  it('has a finding on each line', () => {
    const text = component(
      many(20_000, index => `    maturity/k${index}: v\n`),
    );
    const findings = lintCatalog(text);
    expect(findings).toHaveLength(20_000);
    expect(findings.at(-1)?.place).toEqual({ line: 20_005, column: 5 });
  });

  it('names five of the keys that stand twice, and five of the mistakes', () => {
    const places = (text: string) =>
      lintCatalog(text).map(({ rule, place }) => [rule, place.line]);
    expect(places('a: 1\n'.repeat(50_000))).toEqual(
      [2, 3, 4, 5, 6].map(line => ['duplicate-key', line]),
    );
    expect(places('a: ]\n'.repeat(20_000)).map(([rule]) => rule)).toEqual(
      Array(5).fill('yaml'),
    );
  });

  it('is not read when it is larger', () => {
    const text = component(many(80_000, index => `    x/k${index}: v\n`));
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(refusals(text, [tier])).toEqual([
      expect.stringContaining('expected at most 1000000.'),
    ]);
  });

  it('has values that nobody guesses the meaning of', () => {
    const value = `availability${' '.repeat(1_000)}: 99.9/30d`;
    const short = annotationProblem('maturity/slo', 'availability: 99.9/30d');
    expect(short?.repair).toBe('availability=99.9/30d');
    expect(annotationProblem('maturity/slo', value)).toEqual(
      expect.not.objectContaining({ repair: expect.anything() }),
    );
    // Guessing would take hours.
    const letters = annotationProblem('maturity/slo', 'a'.repeat(900_000));
    expect(letters?.problem).toBe('malformed');
  });

  it('takes only so many changes at a time', () => {
    const text = component(many(40_000, index => `    x/k${index}: v\n`));
    const changes = Array.from({ length: 150 }, (_, index) => ({
      do: 'add-tag' as const,
      tag: `t${index}`,
    }));
    expect(refusals(text, changes)).toEqual([
      expect.stringMatching(/at most \d+ at a time/),
    ]);
  });
});
