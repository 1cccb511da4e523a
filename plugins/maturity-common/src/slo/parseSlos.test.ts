import fc from 'fast-check';
import { describeSloProblem, parseSlos } from './parseSlos';

describe('parseSlos', () => {
  it('reads the indicator, bound, objective and window of each item', () => {
    expect(parseSlos('availability=99.95/30d, latency(300ms)=99/4w')).toEqual({
      slos: [
        {
          indicator: 'availability',
          objective: '99.95',
          objectivePpm: 999_500,
          windowDays: 30,
        },
        {
          indicator: 'latency',
          bound: { ms: 300, text: '300ms' },
          objective: '99',
          objectivePpm: 990_000,
          windowDays: 28,
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['availability=99.9/30d', 999_000, 30],
    ['availability=99.9%/30d', 999_000, 30],
    ['AVAILABILITY = 99.9 % / 30D', 999_000, 30],
    ['\tavailability\n=\n99.9\n%\n/\n30d\n', 999_000, 30],
    ['errors=0.0001/1d', 1, 1],
    ['durability=99.9999/366d', 999_999, 366],
    ['correctness=50/1w', 500_000, 7],
    ['throughput=95.5/52w', 955_000, 364],
    ['freshness(1h)=99/7d', 990_000, 7],
  ])('reads %j', (text, objectivePpm, windowDays) => {
    const { slos, problems } = parseSlos(text);
    expect(problems).toEqual([]);
    expect(slos).toMatchObject([{ objectivePpm, windowDays }]);
  });

  it.each([
    ['300ms', 300],
    ['0.57s', 570],
    ['1.1s', 1_100],
    ['2m', 120_000],
    ['1.5h', 5_400_000],
    ['0.001ms', 0.001],
  ])('reads the bound %s exactly', (bound, ms) => {
    expect(parseSlos(`latency( ${bound} )=99/30d`).slos[0].bound).toEqual({
      ms,
      text: bound,
    });
  });

  it.each([
    ['', 0, '', 'one of availability'],
    ['uptime=99/30d', 0, 'uptime=99/30d', 'one of availability'],
    ['__proto__=99/30d', 0, '__proto__=99/30d', 'one of availability'],
    ['constructor=99/30d', 0, 'constructor=99/30d', 'one of availability'],
    ['availability', 12, '', '"=" and an objective'],
    ['availability(300ms)=99/30d', 12, '(300ms)=99/30d', 'only latency'],
    ['latency(300)=99/30d', 8, '300)=99/30d', 'a bound above zero'],
    ['latency(0ms)=99/30d', 8, '0ms)=99/30d', 'a bound above zero'],
    ['latency(300 ms)=99/30d', 8, '300 ms)=99/30d', 'a bound above zero'],
    ['latency(300ms=99/30d', 13, '=99/30d', '")"'],
    ['availability=/30d', 13, '/30d', 'an objective above 0'],
    ['availability=0/30d', 13, '0/30d', 'an objective above 0'],
    ['availability=0.0000/30d', 13, '0.0000/30d', 'an objective above 0'],
    ['availability=100/30d', 13, '100/30d', 'below 100'],
    ['availability=99.99999/30d', 13, '99.99999/30d', 'four decimals'],
    ['availability=99./30d', 13, '99./30d', 'an objective above 0'],
    ['availability=-1/30d', 13, '-1/30d', 'an objective above 0'],
    ['availability=1e1/30d', 13, '1e1/30d', 'an objective above 0'],
    ['availability=٩٩/30d', 13, '٩٩/30d', 'an objective above 0'],
    ['availability=99', 15, '', '"/" and a window'],
    ['availability=99/', 16, '', 'a window of 1 to 366 days'],
    ['availability=99/0d', 16, '0d', 'a window of 1 to 366 days'],
    ['availability=99/367d', 16, '367d', 'a window of 1 to 366 days'],
    ['availability=99/53w', 16, '53w', '1 to 52 weeks'],
    ['availability=99/30', 16, '30', 'a window of 1 to 366 days'],
    ['availability=99/1M', 16, '1M', 'a window of 1 to 366 days'],
    ['availability=99/30d x', 20, 'x', 'a comma or the end'],
  ])('says where %j is wrong', (value, position, text, expected) => {
    const { slos, problems } = parseSlos(value);
    expect(slos).toEqual([]);
    expect(problems).toEqual([
      { position, text, expected: expect.stringContaining(expected) },
    ]);
  });

  it('keeps the good items beside bad ones', () => {
    const { slos, problems } = parseSlos(
      'availability=99.9/30d,, latency=fast, errors=99/30d,',
    );
    expect(slos.map(({ indicator }) => indicator)).toEqual([
      'availability',
      'errors',
    ]);
    expect(problems.map(({ position }) => position)).toEqual([22, 32, 52]);
  });

  it('refuses the same indicator with the same bound twice', () => {
    const { slos, problems } = parseSlos(
      'latency(300ms)=99/30d, latency(1s)=99.9/30d, latency(0.3s)=95/7d',
    );
    expect(slos).toHaveLength(2);
    expect(problems).toEqual([
      {
        position: 45,
        text: 'latency(0.3s)=95/7d',
        expected: 'each indicator with the same bound only once',
      },
    ]);
  });

  it('shortens what it quotes', () => {
    const [problem] = parseSlos('x'.repeat(1_000)).problems;
    expect(problem.text).toBe(`${'x'.repeat(60)}…`);
  });

  it.each([
    ['commas', ','.repeat(1_000_000), 50],
    ['letters', 'a'.repeat(1_000_000), 1],
    ['blanks', ' '.repeat(1_000_000), 1],
    ['digits', `availability=${'9'.repeat(1_000_000)}`, 1],
    ['brackets', `latency${'('.repeat(1_000_000)}`, 1],
  ])('copes with a megabyte of %s', (_, value, problems) => {
    expect(parseSlos(value).problems).toHaveLength(problems);
  });

  it('never throws and explains every text that it does not read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'latency(1.50)=%/,d ms') }),
        ),
        value => {
          const { slos, problems } = parseSlos(value);
          expect(slos.length + problems.length).toBeGreaterThan(0);
          for (const { position } of problems) {
            expect(position).toBeLessThanOrEqual(value.length);
          }
        },
      ),
    );
  });

  it('reads back every list that the grammar allows', () => {
    const item = fc.record({
      ms: fc.integer({ min: 1, max: 1_000_000 }),
      ppm: fc.integer({ min: 1, max: 999_999 }),
      days: fc.integer({ min: 1, max: 366 }),
      blank: fc.constantFrom('', ' ', '\t '),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { selector: ({ ms }) => ms, minLength: 1 }),
        items => {
          const value = items
            .map(({ ms, ppm, days, blank }) =>
              [
                'latency',
                '(',
                `${ms}ms`,
                ')',
                '=',
                (ppm / 10_000).toFixed(4),
                '/',
                `${days}d`,
              ].join(blank),
            )
            .join(',');
          expect(parseSlos(value)).toMatchObject({
            slos: items.map(({ ms, ppm, days }) => ({
              bound: { ms },
              objectivePpm: ppm,
              windowDays: days,
            })),
            problems: [],
          });
        },
      ),
    );
  });
});

describe('describeSloProblem', () => {
  it('names the text, the place and what was expected', () => {
    const [problem] = parseSlos('availability=100/30d').problems;
    expect(describeSloProblem(problem)).toBe(
      '"100/30d" was found at position 13, where an objective above 0 and below 100 with at most four decimals was expected.',
    );
  });

  it('says so when nothing was there', () => {
    const [problem] = parseSlos('availability=99').problems;
    expect(describeSloProblem(problem)).toBe(
      'Nothing was found at position 15, where "/" and a window was expected.',
    );
  });
});
