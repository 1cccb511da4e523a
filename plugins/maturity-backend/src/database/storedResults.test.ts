import type { StoredResult } from './records';
import { decodeResults, encodeResults } from './storedResults';

const results: StoredResult[] = ['one', 'two', 'three', 'four'].map(check => ({
  check,
  status: 'not-applicable',
  reason: 'type',
  details: { type: 'job' },
  evidence: [],
}));

describe('encodeResults', () => {
  it('gives the same text whichever results are shared', () => {
    const someFrozen = results.map((result, at) =>
      at % 2 ? Object.freeze({ ...result }) : { ...result },
    );
    const allFrozen = results.map(result => Object.freeze({ ...result }));

    const text = encodeResults(results);
    expect(encodeResults(someFrozen)).toBe(text);
    expect(encodeResults(allFrozen)).toBe(text);
    expect(decodeResults(text)).toEqual(results);
  });
});
