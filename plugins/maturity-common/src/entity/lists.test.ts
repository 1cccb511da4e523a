import { parseList } from './lists';

describe('parseList', () => {
  it('gives words in lower case without blanks, gaps and repetitions', () => {
    expect(parseList(' Unit,, e2e ,UNIT,__proto__, ')).toEqual([
      'unit',
      'e2e',
      '__proto__',
    ]);
  });
});
