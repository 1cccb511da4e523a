import { parseIsoDate } from '../../entity';
import type { ValueForm } from '../../entity';
import { INDICATORS } from '../../slo';
import { formProblem } from './formProblem';

/** Quotes inside the value, blanks and underscores between words. */
function plainWord(text: string): string {
  return text
    .trim()
    .replace(/^["'`]+|["'`]+$/g, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

function lettersOf(word: string): string {
  return word.replace(/[^a-z0-9]/g, '');
}

/** True when one key was left out, hit twice, hit wrongly, or two were swapped. */
function isOneSlip(word: string, known: string): boolean {
  let head = 0;
  while (head < word.length && word[head] === known[head]) {
    head += 1;
  }
  const [rest, wanted] = [word.slice(head), known.slice(head)];
  return (
    rest.slice(1) === wanted ||
    rest === wanted.slice(1) ||
    rest.slice(1) === wanted.slice(1) ||
    (rest.slice(2) === wanted.slice(2) &&
      rest[0] === wanted[1] &&
      rest[1] === wanted[0])
  );
}

/** The one word of a set that another way of writing it must mean; no guess where two are near. */
export function knownWord(
  text: string,
  words: readonly string[],
): string | undefined {
  const word = plainWord(text);
  const same = words.filter(each => lettersOf(each) === lettersOf(word));
  if (same.length === 1) {
    return same[0];
  }
  // Short words are too near each other.
  const near = words.filter(each => each.length >= 6 && isOneSlip(word, each));
  return near.length === 1 ? near[0] : undefined;
}

function eachWord(text: string, words: readonly string[]): string | undefined {
  const found = text
    .split(/[,;\s]+/)
    .filter(part => part !== '')
    .map(part => knownWord(part, words));
  return found.length > 0 && found.every(word => word !== undefined)
    ? found.join(', ')
    : undefined;
}

/** A day with the year in front, written with other marks or without zeros. */
function day(text: string): string | undefined {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T[\d:.]+Z?)?(\s+\S+)?$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, year, month, date, rest = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return parseIsoDate(iso) ? `${iso}${rest}` : undefined;
}

/** Other marks than those of the grammar, and windows in words. */
function objectives(text: string): string {
  return text
    .replace(/["'`]/g, '')
    .replace(
      /[a-z]{6,}(?=\s*[(=:])/gi,
      word => knownWord(word, INDICATORS) ?? word,
    )
    .replace(/\s*;\s*/g, ', ')
    .replace(/([a-z)])\s*[:=]+\s*(?=\d)/gi, '$1=')
    .replace(/%?\s+(?:over|in|per)\s+(?=\d)/gi, '/')
    .replace(/(\d)\s*days?\b/gi, '$1d')
    .replace(/(\d)\s*weeks?\b/gi, '$1w')
    .trim();
}

function digits(text: string): string | undefined {
  return /^["'`]?\s*(\d{1,15})\s*(?:%|\.0+)?\s*["'`]?$/.exec(text)?.[1];
}

function version(text: string): string | undefined {
  const match = /^(?:version\s*|v)?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/i.exec(text);
  return match ? `${match[1]}.${match[2] ?? 0}.${match[3] ?? 0}` : undefined;
}

function attempt(form: ValueForm, text: string): string | undefined {
  switch (form.is) {
    case 'one-of': {
      const isTier = form.accepted.every(word => /^\d$/.test(word));
      return isTier
        ? /^(?:tier|t|p)?[\s_-]*([1-4])(?:\.0)?$/i.exec(text)?.[1]
        : knownWord(text, [...form.accepted, ...form.refused]);
    }
    case 'url-or-word':
      return knownWord(text, [...form.accepted, ...form.refused]);
    case 'list-of':
      return eachWord(text, form.accepted);
    case 'integer':
      return digits(text);
    case 'date':
      return day(text);
    case 'objectives':
      return objectives(text);
    case 'flag':
      return /^(?:yes|y|on|1|t)$/i.test(text) ? 'true' : undefined;
    case 'semver':
      return version(text);
    case 'list':
    case 'url':
    case 'url-or-path':
    case 'text':
    case 'template-ref':
    case 'exemption':
      return undefined;
    default: {
      const unreachable: never = form;
      return unreachable;
    }
  }
}

/** Nobody mends a longer value by its letters, and the expressions above take time with its square. */
const LONGEST = 1_000;

/**
 * What a text that is not of a form must mean, in the form; undefined where a person has to say. A
 * repair never turns one value into another: only marks, case, zeros and slips of one key are mended.
 */
export function repaired(form: ValueForm, text: string): string | undefined {
  const value = text.length > LONGEST ? undefined : attempt(form, text);
  return value !== undefined && value !== text && !formProblem(form, value)
    ? value
    : undefined;
}
