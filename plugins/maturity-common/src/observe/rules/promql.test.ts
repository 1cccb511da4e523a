import { readPromql } from './promql';

describe('readPromql', () => {
  it.each(['"\\', "'\\", '"', '`', '[', '#'])(
    'is done with any number of %j in one pass',
    piece => {
      const started = performance.now();
      const tokens = readPromql(`up > 1 ${piece.repeat(50_000)}`);
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(tokens.slice(0, 3)).toEqual([
        { kind: 'name', text: 'up' },
        { kind: 'mark', text: '>' },
        { kind: 'number', text: '1' },
      ]);
    },
  );
});
