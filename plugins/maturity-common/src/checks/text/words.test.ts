import { evidenceText, statusText, strengthText } from './words';

describe('statusText', () => {
  it('puts every status in words', () => {
    expect(
      (['pass', 'fail', 'unknown', 'not-applicable', 'exempt'] as const).map(
        statusText,
      ),
    ).toEqual(['Pass', 'Fail', 'No evidence', 'Does not apply', 'Exempt']);
  });
});

describe('strengthText', () => {
  it('puts every strength in words', () => {
    expect(
      (['observed', 'graph', 'linked', 'declared'] as const).map(strengthText),
    ).toEqual(['observed', 'from the catalog graph', 'linked', 'declared']);
  });
});

describe('evidenceText', () => {
  it.each([
    [
      {
        strength: 'declared',
        source: 'maturity/ci',
        value: 'jenkins',
        from: null,
      },
      'maturity/ci: "jenkins" (declared)',
    ],
    [
      {
        strength: 'linked',
        source: 'pagerduty.com/service-id',
        value: 'P1',
        from: 'group:default/payments',
      },
      'pagerduty.com/service-id: "P1" (linked, inherited from group:default/payments)',
    ],
    [
      {
        strength: 'observed',
        source: '.github/workflows/ci.yaml:3',
        value: '',
        from: null,
        supporting: true,
      },
      '.github/workflows/ci.yaml:3 (observed, supporting)',
    ],
    [
      { strength: 'graph', source: 'ownedBy', value: 'a\u0007\nb', from: null },
      'ownedBy: "a? b" (from the catalog graph)',
    ],
  ] as const)('shows %j', (evidence, expected) => {
    expect(evidenceText(evidence)).toBe(expected);
  });
});
