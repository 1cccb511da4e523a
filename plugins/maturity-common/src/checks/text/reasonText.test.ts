import fc from 'fast-check';
import { fillTemplate, REASON_TEXTS, reasonText } from './reasonText';

const SLOT = /\{\{\s*(\w+)\s*\}\}/g;

function slotsOf(text: string): string[] {
  return [...text.matchAll(SLOT)].map(match => match[1]);
}

describe('reasonText', () => {
  it.each([...REASON_TEXTS])(
    'gives a sentence for %s, with and without its details',
    (reason, { text }) => {
      const details = Object.fromEntries(
        slotsOf(text).map((name, index) => [
          name,
          index % 2 === 0 ? `<${name}>` : [`<${name}>`, 'other'],
        ]),
      );
      const full = reasonText({ reason, details });
      const bare = reasonText({ reason });
      for (const sentence of [full, bare]) {
        expect(sentence).toMatch(/^[A-Z"<n].*[.!?…]["”)]?$/);
        expect(sentence).not.toContain('{{');
        expect(sentence).not.toContain('undefined');
        expect(sentence).not.toContain('..');
      }
      for (const name of slotsOf(text)) {
        expect(full).toContain(`<${name}>`);
      }
    },
  );

  it('joins lists and says how much is left out', () => {
    expect(
      reasonText({
        reason: 'missing',
        details: { sources: ['maturity/slo', 'maturity/slo-spec'] },
      }),
    ).toContain('maturity/slo, maturity/slo-spec');
    expect(
      reasonText({
        reason: 'missing',
        details: { sources: Array.from({ length: 30 }, (_, i) => `key-${i}`) },
      }),
    ).toContain('key-7 and 22 more');
  });

  it('makes hostile details safe', () => {
    const sentence = reasonText({
      reason: 'negative',
      details: {
        source: 'maturity/ci',
        value: `\u001b[31m{{source}}${'x'.repeat(1_000_000)}`,
      },
    });
    expect(sentence.length).toBeLessThan(500);
    expect(sentence).not.toMatch(/\p{Cc}/u);
    expect(sentence).not.toContain('{{');
    expect(sentence.split('maturity/ci')).toHaveLength(2);
  });

  it('names a code that it does not know, with its details', () => {
    expect(reasonText({ reason: 'cost-too-high' })).toBe(
      'The reason is "cost-too-high".',
    );
    expect(
      reasonText({
        reason: 'cost-too-high',
        details: { limit: 5, teams: ['a', 'b'] },
      }),
    ).toBe('The reason is "cost-too-high" (limit 5; teams a, b).');
  });

  it('finds no code in what every object inherits', () => {
    for (const reason of ['constructor', '__proto__', 'toString']) {
      expect(reasonText({ reason })).toBe(`The reason is "${reason}".`);
    }
    expect(fillTemplate('{{constructor}} {{toString}}', {})).toBe(
      'not known not known',
    );
  });

  it('never throws and never leaves a slot for any code and text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...REASON_TEXTS.keys()), fc.string()),
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        fc.string(),
        (reason, details, value) => {
          const sentence = reasonText({
            reason,
            details: { ...details, value, source: value, rule: value },
          });
          expect(sentence).not.toContain('{{');
          expect(sentence).not.toMatch(/\p{Cc}/u);
        },
      ),
    );
  });
});
