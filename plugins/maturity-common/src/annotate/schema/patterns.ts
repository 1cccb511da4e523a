import { NEGATIVES } from '../../entity';
import type { ValueForm } from '../../entity';

const BLANK = '[\\s]*';
const DAY = '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const URL = `${anyCase('http')}[Ss]?://[^\\s/][^\\s]*`;

/** A word that may be written in upper or lower case; a JSON Schema has no flag for that. */
function anyCase(word: string): string {
  return word.replace(
    /[a-z]/gi,
    letter => `[${letter.toUpperCase()}${letter.toLowerCase()}]`,
  );
}

function literal(word: string): string {
  return anyCase(word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
}

function anyOf(words: readonly string[]): string {
  return `(?:${words.map(literal).join('|')})`;
}

function whole(pattern: string): string {
  return `^${BLANK}(?:${pattern})${BLANK}$`;
}

/** Words with commas between them; empty places between commas count for nothing. */
function listOf(word: string): string {
  return `(?:${BLANK},)*${BLANK}${word}${BLANK}(?:,${BLANK}(?:${word}${BLANK})?)*`;
}

function wholeNumber(minimum: number, maximum: number): string {
  if (maximum === Number.MAX_SAFE_INTEGER) {
    return '\\+?[0-9]{1,15}|-0+';
  }
  const numbers = Array.from({ length: maximum - minimum + 1 }, (_, index) =>
    String(minimum + index),
  );
  const digits = maximum === 100 ? '(?:100|[0-9]{1,2})' : anyOf(numbers);
  return `\\+?0*${digits}|-0+`;
}

const PATH =
  '(?![A-Za-z][A-Za-z0-9+.-]*:)(?!/)[^\\\\]*(?:/[^\\\\]*|\\.[A-Za-z][A-Za-z0-9]{0,9})';

function objective(): string {
  const mark = (sign: string) => `${BLANK}${sign}${BLANK}`;
  const plain = anyOf([
    'availability',
    'errors',
    'throughput',
    'correctness',
    'durability',
  ]);
  const bound = `${mark('\\(')}[0-9.]+(?:${anyOf(['ms', 's', 'm', 'h'])})${mark(
    '\\)',
  )}`;
  const indicator = `(?:${plain}|${anyOf([
    'latency',
    'freshness',
  ])}(?:${bound})?)`;
  // Above 0 and below 100.
  const number = '(?!0+(?:\\.0+)?[\\s]*[%/])0*[0-9]{1,2}(?:\\.[0-9]{1,4})?';
  const days = '(?:0*(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])[dD])';
  const weeks = '(?:0*(?:[1-9]|[1-4][0-9]|5[0-2])[wW])';
  return `${indicator}${mark('=')}${number}${BLANK}%?${mark(
    '/',
  )}(?:${days}|${weeks})`;
}

const SEMVER_PART = '(?:0|[1-9][0-9]{0,8})';
const SEMVER = `v?${SEMVER_PART}\\.${SEMVER_PART}\\.${SEMVER_PART}(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?`;

function patternOf(form: ValueForm): string {
  switch (form.is) {
    case 'one-of':
      return anyOf([...form.accepted, ...form.refused]);
    case 'list-of':
      return listOf(anyOf(form.accepted));
    case 'list':
      return '[\\s,]*[^\\s,][\\s\\S]*';
    case 'integer':
      return wholeNumber(form.minimum, form.maximum);
    case 'date':
      return form.withUrl ? `${DAY}(?:[\\s]+${URL})?` : DAY;
    case 'url':
      return URL;
    case 'url-or-path':
      return `${URL}|${PATH}`;
    case 'url-or-word':
      return `${URL}|${anyOf([...form.accepted, ...form.refused])}`;
    case 'text':
      return '[^\\s][\\s\\S]*';
    case 'flag':
      return anyOf(['true']);
    case 'objectives':
      return `${objective()}(?:${BLANK},${BLANK}${objective()})*`;
    case 'semver':
      return SEMVER;
    case 'template-ref':
      return `${anyCase('template')}:[^\\s][\\s\\S]*|[^:/]+|[^:/]+/[\\s\\S]+`;
    case 'exemption':
      return `${DAY}[\\s]+[^\\s][\\s\\S]*`;
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}

const NEGATIVE_WORDS = anyOf([...NEGATIVES]);

/**
 * A regular expression, without flags, that every value of a form matches. It is looser than the
 * parsers where an expression cannot say the rule, such as for days that no calendar has.
 */
export function valuePattern(form: ValueForm, takesNegatives: boolean): string {
  const pattern = patternOf(form);
  return whole(takesNegatives ? `${pattern}|${NEGATIVE_WORDS}` : pattern);
}

const EXAMPLE_HOST = `(?:[A-Za-z0-9-]{1,63}\\.){0,20}${anyCase(
  'example',
)}\\.${anyCase('com')}`;
const WORD_START = `(?:^|[\\s,])(?:${anyCase('url')}:|${anyCase('dir')}:)?`;

/** What a placeholder looks like. */
export const PLACEHOLDER_PATTERN = [
  '\\$\\{\\{',
  `(?:^|[^A-Za-z0-9])${anyCase('changeme')}(?:$|[^A-Za-z0-9])`,
  `^${BLANK}${anyCase('tbd')}(?:$|[\\s.:,;!?])`,
  `${WORD_START}${EXAMPLE_HOST}(?:$|[\\s,:/?#])`,
  `${WORD_START}[A-Za-z][A-Za-z0-9+.-]*://${EXAMPLE_HOST}\\.?(?::[0-9]{1,4})?(?:$|[\\s,/?#])`,
].join('|');
