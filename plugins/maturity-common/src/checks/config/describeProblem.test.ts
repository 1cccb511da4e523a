import { createDefinitionSet } from './createDefinitionSet';
import { describeProblem } from './describeProblem';
import { SECURITY, THREAT_MODEL } from './fixtures/ownChecks';

function messages(config: unknown): string[] {
  return createDefinitionSet(config).problems.map(describeProblem);
}

describe('describeProblem', () => {
  it.each<[string, unknown, string]>([
    ['text for everything', 'on', 'maturity is "on"; expected an object.'],
    [
      'a list of checks',
      { checks: [] },
      'maturity.checks is a list of 0 items; expected an object whose keys are check ids.',
    ],
    [
      'a check that is text',
      { checks: { 'ci-pipeline': 'off' } },
      'maturity.checks.ci-pipeline is "off"; expected an object with the keys of the check. The check "ci-pipeline" is disabled.',
    ],
    [
      'a mistyped key',
      { checks: { 'ci-pipeline': { wieght: 3 } } },
      'maturity.checks.ci-pipeline.wieght is 3; expected one of the keys enabled, weight, level, from, absence, extraKeys; did you mean "weight"? The check "ci-pipeline" is disabled.',
    ],
    [
      'a fifth level of four',
      { checks: { 'ci-pipeline': { level: 5 } } },
      'maturity.checks.ci-pipeline.level is 5; expected a whole number from 1 to 4. The check "ci-pipeline" is disabled.',
    ],
    [
      'a weight in quotes',
      { checks: { 'ci-pipeline': { weight: '3' } } },
      'maturity.checks.ci-pipeline.weight is "3"; expected a whole number from 1 to 100. The check "ci-pipeline" is disabled.',
    ],
    [
      'a day that no calendar has',
      { checks: { 'ci-pipeline': { from: '2027-02-30' } } },
      'maturity.checks.ci-pipeline.from is "2027-02-30"; expected a day of the calendar as YYYY-MM-DD. The check "ci-pipeline" is disabled.',
    ],
    [
      'an extra key with a space',
      { checks: { 'ci-pipeline': { extraKeys: ['a b'] } } },
      'maturity.checks.ci-pipeline.extraKeys[0] is "a b"; expected the key of an annotation, e.g. acme.com/pager. The check "ci-pipeline" is disabled.',
    ],
    [
      'an absence that is no status',
      { checks: { 'ci-pipeline': { absence: 'pass' } } },
      'maturity.checks.ci-pipeline.absence is "pass"; expected one of fail, unknown. The check "ci-pipeline" is disabled.',
    ],
    [
      'a built-in check redefined',
      { checks: { 'ci-pipeline': { pass: { kind: 'Component' } } } },
      'maturity.checks.ci-pipeline is an object with pass; expected only enabled, weight, level, from, absence, extraKeys, because the check is built in: give a check with its own pass another id. The check "ci-pipeline" is disabled.',
    ],
    [
      'an id with a capital',
      { checks: { 'Threat-Model': { ...THREAT_MODEL, track: 'sre' } } },
      'maturity.checks.Threat-Model is "Threat-Model"; expected an id of lower-case letters, digits and single dashes that starts with a letter and has at most 63 characters. The check "Threat-Model" is disabled.',
    ],
    [
      'an unknown track',
      { checks: { 'threat-model': { ...THREAT_MODEL, track: 'platfrom' } } },
      'maturity.checks.threat-model.track is "platfrom"; expected one of the tracks devops, sre, platform; did you mean "platform"? The check "threat-model" is disabled.',
    ],
    [
      'a new check without a title',
      {
        checks: {
          'threat-model': { ...THREAT_MODEL, track: 'sre', title: null },
        },
      },
      'maturity.checks.threat-model.title is nothing; expected a value, because this key is required. The check "threat-model" is disabled.',
    ],
    [
      'tracks that are no list',
      { tracks: {} },
      'maturity.tracks is an object without keys; expected a list of tracks.',
    ],
    [
      'a track without levels',
      { tracks: [{ id: 'x', title: 'X' }] },
      'maturity.tracks[0].levels is nothing; expected a value, because this key is required.',
    ],
    [
      'a built-in track with three levels',
      { tracks: [{ id: 'sre', levels: ['a', 'b', 'c'] }] },
      'maturity.tracks[0].levels is a list of 3 items; expected a list of 4 names, lowest level first.',
    ],
    [
      'the same level name twice',
      { tracks: [{ ...SECURITY, levels: ['a', 'A'] }] },
      'maturity.tracks[0].levels[1] is "A"; expected a name that no level before it has.',
    ],
    [
      'the same track twice',
      { tracks: [SECURITY, SECURITY] },
      'maturity.tracks[1].id is "security"; expected an id that no other track in the list has.',
    ],
    [
      'a track with a name that objects inherit',
      { tracks: [{ ...SECURITY, id: 'constructor' }] },
      'maturity.tracks[0].id is "constructor"; expected an id of lower-case letters, digits and single dashes that starts with a letter and has at most 63 characters.',
    ],
    [
      'a tier of 5',
      { defaultTier: 5 },
      'maturity.defaultTier is 5; expected a whole number from 1 to 4.',
    ],
    [
      'a flag in quotes',
      { allowUserOwners: 'true' },
      'maturity.allowUserOwners is "true"; expected true or false.',
    ],
    [
      'a stack that is a number',
      { supportedStacks: ['go', 7] },
      'maturity.supportedStacks[1] is 7; expected a text that is not empty.',
    ],
    [
      'a list of tags that is no list',
      { regulatedTags: 'pci' },
      'maturity.regulatedTags is "pci"; expected a list of at most 500 texts, none of them empty.',
    ],
    [
      'an absence of an unknown check',
      { absence: { 'on-call': 'fail' } },
      'maturity.absence.on-call is "fail"; expected the id of a check; did you mean "on-call-linked"?',
    ],
    [
      'an absence that is no word',
      { absence: { 'ci-pipeline': 'Fail' } },
      'maturity.absence.ci-pipeline is "Fail"; expected one of fail, unknown; did you mean "fail"?',
    ],
    [
      'two absences that differ',
      {
        absence: { 'ci-pipeline': 'fail' },
        checks: { 'ci-pipeline': { absence: 'unknown' } },
      },
      'maturity.absence.ci-pipeline is "fail"; expected "unknown", as in maturity.checks.ci-pipeline.absence; say it in one place only.',
    ],
    [
      'an exemption without an end',
      {
        exemptions: [{ entity: 'checkout', check: 'ci-pipeline', reason: 'x' }],
      },
      'maturity.exemptions[0].until is nothing; expected a value, because this key is required.',
    ],
    [
      'an exemption of a mistyped check',
      {
        exemptions: [
          {
            entity: 'checkout',
            check: 'ci-pipline',
            reason: 'x',
            until: '2027-01-01',
          },
        ],
      },
      'maturity.exemptions[0].check is "ci-pipline"; expected the id of a check; did you mean "ci-pipeline"?',
    ],
    [
      'an exemption of 181 days',
      {
        exemptions: [
          {
            entity: 'checkout',
            check: 'ci-pipeline',
            reason: 'x',
            granted: '2027-01-01',
            until: '2027-07-01',
          },
        ],
      },
      'maturity.exemptions[0].until is "2027-07-01"; expected a day from 2027-01-01 (granted) to at most 180 days later.',
    ],
  ])('refuses %s', (_name, config, message) => {
    expect(messages(config)).toEqual([message]);
  });

  it('shows hostile text on one safe, short line', () => {
    const [message] = messages({
      ['x\u001b[2J\n'.repeat(1000)]: { a: 1 },
    });
    expect(message.length).toBeLessThan(700);
    expect(message).not.toMatch(/\p{Cc}/u);
  });
});
