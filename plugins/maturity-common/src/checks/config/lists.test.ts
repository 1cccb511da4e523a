import { createDefinitionSet } from './createDefinitionSet';
import { describeProblem } from './describeProblem';

describe('Lists of texts', () => {
  it.each([
    'supportedStacks',
    'platformGroupTypes',
    'teamGroupTypes',
    'regulatedTags',
  ] as const)('of %s name each wrong item and keep their default', key => {
    const { problems, settings } = createDefinitionSet({
      [key]: ['go', ' ', 1, null, 'rust'],
    });

    expect(problems.map(describeProblem)).toEqual([
      `maturity.${key}[1] is ""; expected a text that is not empty.`,
      `maturity.${key}[2] is 1; expected a text that is not empty.`,
      `maturity.${key}[3] is null; expected a text that is not empty.`,
    ]);
    expect(settings[key]).toEqual(createDefinitionSet().settings[key]);
  });

  it('of a track and of a check name each wrong item as well', () => {
    const { problems, checks } = createDefinitionSet({
      tracks: [{ id: 'security', title: 'Security', levels: ['A', 5] }],
      checks: { 'ci-pipeline': { extraKeys: ['acme.com/ci', '', 'a b'] } },
    });

    expect(problems.map(describeProblem)).toEqual([
      'maturity.tracks[0].levels[1] is 5; expected a text that is not empty.',
      'maturity.checks.ci-pipeline.extraKeys[1] is ""; expected a text that is not empty. The check "ci-pipeline" is disabled.',
    ]);
    expect(checks.map(({ definition }) => definition.id)).not.toContain(
      'ci-pipeline',
    );
  });
});
