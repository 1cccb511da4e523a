import { ageInDays, parseDatedLink, parseIsoDate, utcDay } from './dates';

describe('parseIsoDate', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19_782],
    [' 2026-11-23 ', 20_780],
  ])('reads %j as day %i', (text, day) => {
    expect(parseIsoDate(text)).toEqual({ text: text.trim(), day });
  });

  it.each([
    '',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '23.11.2026',
    '2026-11-23T00:00:00Z',
    '20261123',
    '+002026-11-23',
    'yesterday',
  ])('refuses %j', text => {
    expect(parseIsoDate(text)).toBeUndefined();
  });
});

describe('ageInDays', () => {
  const date = { text: '2026-11-23', day: 20_780 };

  it.each([
    ['2026-11-23T00:00:00Z', 0],
    ['2026-11-23T23:59:59Z', 0],
    ['2026-11-24T00:00:00Z', 1],
    ['2027-11-23T12:00:00Z', 365],
    ['2026-11-22T23:59:59Z', -1],
  ])('at %s is %i', (now, age) => {
    expect(ageInDays(date, Date.parse(now))).toBe(age);
  });

  it('counts UTC days', () => {
    expect(utcDay(-1)).toBe(-1);
  });
});

describe('parseDatedLink', () => {
  it('reads a day alone', () => {
    expect(parseDatedLink('2026-11-23')).toEqual({
      date: { text: '2026-11-23', day: 20_780 },
      url: undefined,
    });
  });

  it('reads a day with a URL', () => {
    expect(parseDatedLink(' 2026-11-23  https://acme.test/r ')?.url).toBe(
      'https://acme.test/r',
    );
  });

  it.each([
    '2026-02-30 https://acme.test',
    '2026-11-23 soon',
    '2026-11-23 https://acme.test later',
    'https://acme.test',
  ])('refuses %j', text => {
    expect(parseDatedLink(text)).toBeUndefined();
  });
});
