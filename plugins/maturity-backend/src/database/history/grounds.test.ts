import { encodeResults, pickResults } from '../storedResults';
import type { StoredResult } from '../records';
import { decodeChanges, encodeChanges } from './encodeChanges';
import { groundsOf } from './groundsOf';
import type { Changes } from './HistoryRecord';

function result(parts: Partial<StoredResult>): StoredResult {
  return {
    check: 'c',
    status: 'pass',
    reason: 'declared',
    evidence: [],
    ...parts,
  };
}

function evidence(value: string) {
  return {
    strength: 'declared',
    source: 'maturity/ci',
    value,
    from: null,
  } as const;
}

describe('groundsOf', () => {
  it('keeps the reason, its details and the first piece of evidence', () => {
    const details = { source: 'maturity/ci', value: 'yes', count: 2 };
    const pieces = [evidence('yes'), evidence('no')];

    expect(groundsOf(result({ details, evidence: pieces }))).toEqual({
      reason: 'declared',
      details,
      evidence: evidence('yes'),
    });
  });

  it.each([
    ['plain words', 'x'.repeat(300), `${'x'.repeat(199)}…`],
    ['half a character', `${'x'.repeat(198)}😀😀`, `${'x'.repeat(198)}…`],
    [
      'half a reference',
      `${'x'.repeat(170)} component:default/a-name-that-ends-later`,
      `${'x'.repeat(170)} …`,
    ],
    [
      'an address',
      `https://acme.test/${'x'.repeat(300)}`,
      `https://acme.test/${'x'.repeat(181)}…`,
    ],
  ])('cuts long texts and leaves no part of %s', (_, value, kept) => {
    const details = { value, list: Array.from({ length: 9 }, () => value) };
    const grounds = groundsOf(result({ details, evidence: [evidence(value)] }));

    expect(grounds.evidence?.value).toBe(kept);
    expect(grounds.details).toEqual({
      value: kept,
      list: [kept, kept, kept, kept, kept],
    });
  });

  it('never keeps more than a bounded text', () => {
    const details = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `d${at}`,
        Array.from({ length: 100 }, () => '\u0000'.repeat(1_000)),
      ]),
    );
    const grounds = groundsOf(result({ details }));

    expect(Object.keys(grounds.details ?? {})).toHaveLength(8);
    expect(JSON.stringify(grounds).length).toBeLessThan(50_000);
  });
});

describe('encodeChanges', () => {
  const changes: Changes = {
    stage: ['starting', null],
    levels: [['sre', 0, null]],
    checks: [
      {
        check: 'a',
        from: 'fail',
        to: 'pass',
        before: { reason: 'missing', details: { sources: ['maturity/ci'] } },
        after: { reason: 'declared', evidence: evidence('yes') },
      },
      { check: 'b', from: 'pass', to: 'not-applicable' },
      {
        check: '__proto__',
        from: 'pass',
        to: 'unknown',
        after: { reason: 'error' },
      },
    ],
  };

  it('is read back as it was', () => {
    expect(decodeChanges(encodeChanges(changes))).toEqual(changes);
  });

  it('reads what earlier versions wrote', () => {
    const text = '{"levels":[],"checks":[["a","fail","pass"]]}';

    expect(decodeChanges(text)).toEqual({
      levels: [],
      checks: [{ check: 'a', from: 'fail', to: 'pass' }],
    });
  });

  it.each(['{"levels":[],"checks":[["a","fail","fine"]]}', '{}', '[]'])(
    'refuses %s',
    text => {
      expect(() => decodeChanges(text)).toThrow();
    },
  );
});

describe('pickResults', () => {
  it('reads the results asked for, those that do not apply included', () => {
    const details = { type: 'library' };
    const results = [
      result({ check: 'a', evidence: [evidence('yes')] }),
      result({ check: 'b', status: 'not-applicable', reason: 'not-runtime' }),
      result({
        check: 'c',
        status: 'not-applicable',
        reason: 'not-runtime',
        details,
      }),
      result({ check: 'd', status: 'fail', reason: 'missing' }),
    ];
    const wanted = new Set(['a', 'b', 'c', 'nothing']);
    const found = pickResults(encodeResults(results), wanted);

    expect([...found.values()]).toEqual([results[0], results[2], results[1]]);
  });
});
