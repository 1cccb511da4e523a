/** Lowest and highest value of second, minute, hour, day of the month, month and day of the week. */
const BOUNDS = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const WORDS: ReadonlyMap<string, number> = new Map([
  ...'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ...'sun mon tue wed thu fri sat'
    .split(' ')
    .map((word, index) => [word, index] as const),
]);

const SHORTHAND =
  /^@(?:yearly|monthly|weekly|daily|hourly|minutely|secondly|weekdays|weekends)$/;

const RANGE = /^(\d+)(?:-(\d+))?(?:\/(\d+))?$/;

/** Days that each month has at most. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The values that a part of a field stands for, e.g. `*`, `5`, `1-5` or `0-30/10`; none when it is wrong. */
function valuesOf(
  part: string,
  [low, high]: readonly [number, number],
): number[] {
  const range = RANGE.exec(part.replace(/^\*/, `${low}-${high}`));
  if (!range) return [];
  const [, from, to, every] = range;
  const first = Number(from);
  const last = Number(to ?? (every === undefined ? from : high));
  const step = Number(every ?? 1);
  if (step === 0 || first < low || last > high) return [];
  const values: number[] = [];
  for (let value = first; value <= last; value += step) values.push(value);
  return values;
}

/**
 * Whether a value is a cron expression that the scheduler takes: five fields, or six with the seconds
 * first, that some day fulfils. The scheduler throws on any other one, which would stop the portal.
 */
export function isCron(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const text = value.toLowerCase();
  if (SHORTHAND.test(text)) return true;
  const numbers = text.replace(/[a-z]{1,3}/g, word =>
    String(WORDS.get(word) ?? word),
  );
  const given = numbers.trim().split(/\s+/);
  const fields = given.length === 5 ? ['0', ...given] : given;
  if (fields.length !== BOUNDS.length) return false;
  const parts = fields.map((field, index) =>
    field.split(',').map(part => valuesOf(part, BOUNDS[index])),
  );
  if (parts.flat().some(values => values.length === 0)) return false;
  const [days, months, weekdays] = parts.slice(3).map(all => all.flat());
  // Where days of the week are chosen, one of the two is enough.
  return (
    new Set(weekdays.map(day => day % 7)).size < 7 ||
    months.some(month => days.some(day => day <= DAYS[month - 1]))
  );
}
