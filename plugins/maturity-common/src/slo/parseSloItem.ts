import { parseObjectivePpm } from './objective';
import { INDICATORS, type Indicator, type Slo, type SloProblem } from './types';

const BLANKS = /\s*/y;
const WORD = /[\p{L}\p{N}_-]*/uy;
const OPERAND = /[^()=/%,\s]*/y;
const OPENING = /\(/y;
const CLOSING = /\)/y;
const EQUALS = /=/y;
const PERCENT = /%/y;
const SLASH = /\//y;

/** Where an item starts, and the offset behind its end. */
export interface Span {
  start: number;
  end: number;
}

/** One item, with its place and its text for problems that concern it as a whole. */
export type SloItem =
  | { ok: true; slo: Slo; position: number; text: string }
  | { ok: false; problem: SloProblem };

const MAX_QUOTED = 60;
const BOUND_UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);
const WINDOW_UNITS: ReadonlyMap<string, { days: number; most: number }> =
  new Map([
    ['d', { days: 1, most: 366 }],
    ['w', { days: 7, most: 52 }],
  ]);

/** Stops the reading of one item; carried as a value so that no text can make the parser throw. */
class Expectation {
  constructor(readonly position: number, readonly expected: string) {}
}

/** Reads tokens of one item; positions are offsets in the whole value. */
class Cursor {
  private at: number;

  constructor(private readonly value: string, private readonly span: Span) {
    this.at = span.start;
  }

  /** Offset of the next character that is not white space. */
  get position(): number {
    this.skipBlanks();
    return this.at;
  }

  /** Takes what a sticky expression matches here, or nothing. */
  take(token: RegExp): string {
    this.skipBlanks();
    token.lastIndex = this.at;
    const found = token.exec(this.value)?.[0] ?? '';
    if (this.at + found.length > this.span.end) {
      return '';
    }
    this.at += found.length;
    return found;
  }

  private skipBlanks() {
    BLANKS.lastIndex = this.at;
    const blanks = BLANKS.exec(this.value)?.[0] ?? '';
    this.at = Math.min(this.at + blanks.length, this.span.end);
  }
}

const INDICATOR_NAMES: ReadonlyMap<string, Indicator> = new Map(
  INDICATORS.map(indicator => [indicator, indicator] as const),
);

function readIndicator(cursor: Cursor): Indicator | Expectation {
  const { position } = cursor;
  const word = cursor.take(WORD).toLowerCase();
  return (
    INDICATOR_NAMES.get(word) ??
    new Expectation(position, `one of ${INDICATORS.join(', ')}`)
  );
}

/** Exact for decimals: 0.57 s is 570 ms, not a neighbour of it. */
function milliseconds(number: string, factor: number): number {
  const [whole, decimals = ''] = number.split('.');
  return (Number(whole + decimals) * factor) / 10 ** decimals.length;
}

function readBound(
  cursor: Cursor,
  indicator: Indicator,
): Slo['bound'] | Expectation {
  const opening = cursor.position;
  if (cursor.take(OPENING) === '') {
    return undefined;
  }
  if (indicator !== 'latency' && indicator !== 'freshness') {
    return new Expectation(
      opening,
      '"=" and an objective (only latency and freshness have a bound)',
    );
  }
  const { position } = cursor;
  const text = cursor.take(OPERAND);
  const match = /^(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|h)$/i.exec(text);
  const factor = match && BOUND_UNITS.get(match[2].toLowerCase());
  const ms = match && factor ? milliseconds(match[1], factor) : 0;
  if (ms <= 0) {
    return new Expectation(
      position,
      'a bound above zero in ms, s, m or h (such as 300ms)',
    );
  }
  const closing = cursor.position;
  return cursor.take(CLOSING) === ''
    ? new Expectation(closing, '")"')
    : { ms, text };
}

function readObjective(
  cursor: Cursor,
): Pick<Slo, 'objective' | 'objectivePpm'> | Expectation {
  const equals = cursor.position;
  if (cursor.take(EQUALS) === '') {
    return new Expectation(equals, '"=" and an objective');
  }
  const { position } = cursor;
  const objective = cursor.take(OPERAND);
  const objectivePpm = parseObjectivePpm(objective);
  if (objectivePpm === undefined) {
    return new Expectation(
      position,
      'an objective above 0 and below 100 with at most four decimals',
    );
  }
  cursor.take(PERCENT);
  return { objective, objectivePpm };
}

function readWindow(cursor: Cursor): number | Expectation {
  const slash = cursor.position;
  if (cursor.take(SLASH) === '') {
    return new Expectation(slash, '"/" and a window');
  }
  const { position } = cursor;
  const match = /^(\d{1,9})(d|w)$/i.exec(cursor.take(OPERAND));
  const unit = match && WINDOW_UNITS.get(match[2].toLowerCase());
  const count = match ? Number(match[1]) : 0;
  if (!unit || count < 1 || count > unit.most) {
    return new Expectation(
      position,
      'a window of 1 to 366 days or 1 to 52 weeks (such as 30d or 4w)',
    );
  }
  return count * unit.days;
}

function readSlo(cursor: Cursor, end: number): Slo | Expectation {
  const indicator = readIndicator(cursor);
  if (indicator instanceof Expectation) {
    return indicator;
  }
  const bound = readBound(cursor, indicator);
  if (bound instanceof Expectation) {
    return bound;
  }
  const objective = readObjective(cursor);
  if (objective instanceof Expectation) {
    return objective;
  }
  const windowDays = readWindow(cursor);
  if (windowDays instanceof Expectation) {
    return windowDays;
  }
  if (cursor.position < end) {
    return new Expectation(cursor.position, 'a comma or the end');
  }
  return { indicator, ...(bound && { bound }), ...objective, windowDays };
}

function quoted(value: string, { start, end }: Span): string {
  const text = value.slice(start, Math.min(end, start + MAX_QUOTED)).trim();
  return end - start > MAX_QUOTED ? `${text}…` : text;
}

/** Reads one item of an inline list. */
export function parseSloItem(value: string, span: Span): SloItem {
  const cursor = new Cursor(value, span);
  const position = cursor.position;
  const slo = readSlo(cursor, span.end);
  return slo instanceof Expectation
    ? {
        ok: false,
        problem: {
          position: slo.position,
          text: quoted(value, { start: slo.position, end: span.end }),
          expected: slo.expected,
        },
      }
    : {
        ok: true,
        slo,
        position,
        text: quoted(value, { start: position, end: span.end }),
      };
}
