import { advise } from './advise';
import { signalsOf, WORKED_CASES } from './__testUtils__/vectors';
import { RULES } from './rules';
import { adviceSummary, caveatText, ruleEvidenceText, ruleText } from './text';

describe('ruleText', () => {
  it.each(RULES.map(({ id }) => [id]))('has a sentence for %s', id => {
    const { text } = ruleText(id) ?? { text: '' };
    expect(text).toMatch(/^.*\{\{value\}\}.*\.$/);
  });

  it('tells the origin of the threshold and the claims', () => {
    expect(ruleText('S1')).toMatchObject({ origin: 'article', claims: [43] });
    expect(ruleText('S2')).toMatchObject({ origin: 'ours', claims: [45] });
  });

  it.each([['S9'], ['constructor'], ['']])('knows no rule %p', id => {
    expect(ruleText(id)).toBeUndefined();
  });
});

describe('ruleEvidenceText', () => {
  it('fills in the numbers, shares in percent', () => {
    const { platform } = advise(signalsOf('shared-infrastructure')).verdicts;
    expect(platform.evidence.map(ruleEvidenceText)).toEqual([
      '5 teams run services; from 3 on, shared ways of working save more than they cost.',
      'Several stacks are in use and only 10% of the services follow a golden path, less than 50%.',
    ]);
  });

  it('leaves no placeholder in any worked case', () => {
    for (const { input } of WORKED_CASES) {
      for (const { evidence } of Object.values(advise(input).verdicts)) {
        for (const text of evidence.map(ruleEvidenceText)) {
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    }
  });

  it('falls back to the numbers for a rule that it does not know', () => {
    expect(
      ruleEvidenceText({
        ruleId: 'Z1',
        value: null,
        threshold: 2,
        origin: 'ours',
        entityRefs: [],
        claims: [],
      }),
    ).toBe('Rule Z1: unknown against 2.');
  });
});

describe('caveatText', () => {
  it.each([
    ['fix-architecture-first', /redesign/],
    ['developer-count-unknown', /no Users/],
    ['stack-count-lower-bound', /lower bound/],
    ['from-elsewhere', /from-elsewhere/],
  ])('says %s in a sentence', (caveat, words) => {
    expect(caveatText(caveat)).toMatch(words);
  });
});

describe('adviceSummary', () => {
  it.each([
    [
      'empty-catalog',
      'There is not enough data: register services first (confidence low).',
    ],
    [
      'garage-prototype',
      'Work on light DevOps practices now: source, build and ownership (confidence medium).',
    ],
    [
      'polyglot-midsize',
      'Work on DevOps practices now; next SRE (confidence medium).',
    ],
    [
      'scale-up-divergent',
      'Work on DevOps practices now; in parallel a thin layer of Platform Engineering; next SRE (confidence medium).',
    ],
    [
      'mature-all-three',
      'Sustain what is attained: nothing new is called for (confidence medium).',
    ],
  ])('puts %s in one line', (name, summary) => {
    expect(adviceSummary(advise(signalsOf(name)))).toBe(summary);
  });
});
