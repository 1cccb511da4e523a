import {
  isUrlOrPath,
  isHttpUrl,
  parseInteger,
  parseList,
  type IsoDate,
} from '../../entity';
import type { Judgement, Rule } from './traits';

const PASS: Judgement = Object.freeze({ verdict: 'pass' });

function malformed(expected: string): Judgement {
  return { verdict: 'fail', reason: 'malformed', details: { expected } };
}

/** Any real value will do. */
export const anyValue: Rule = () => PASS;

/** An http(s) URL or a relative path. */
export const urlOrPath: Rule = text =>
  isUrlOrPath(text) ? PASS : malformed('a URL or a relative path');

/** One of a list of words; `weak` words are known and not enough. */
export function oneOf(options: {
  accepted: readonly string[];
  weak?: readonly string[];
  /** Whether an http(s) URL is accepted as well. */
  orUrl?: boolean;
}): Rule {
  const weak = options.weak ?? [];
  const expected = [...options.accepted, ...(options.orUrl ? ['a URL'] : [])];
  return text => {
    const word = text.toLowerCase();
    if (options.accepted.includes(word)) {
      return PASS;
    }
    if (weak.includes(word)) {
      return { verdict: 'fail', reason: 'insufficient' };
    }
    return options.orUrl && isHttpUrl(text)
      ? PASS
      : { verdict: 'fail', reason: 'unrecognised', details: { expected } };
  };
}

/** Any value except some words that are negatives for this practice alone. */
export function anyExcept(negatives: readonly string[]): Rule {
  return text =>
    negatives.includes(text.toLowerCase())
      ? { verdict: 'fail', reason: 'negative' }
      : PASS;
}

/** A comma list with at least one known word. */
export function someOf(known: readonly string[]): Rule {
  return text =>
    parseList(text).some(word => known.includes(word))
      ? PASS
      : {
          verdict: 'fail',
          reason: 'unrecognised',
          details: { expected: known },
        };
}

/** A comma list that names every known word. */
export function allOf(known: readonly string[]): Rule {
  return text => {
    const words = parseList(text);
    const absent = known.filter(word => !words.includes(word));
    return absent.length === 0
      ? PASS
      : { verdict: 'fail', reason: 'incomplete', details: { absent } };
  };
}

/** A whole number inside a range, both ends included. */
export function wholeNumber(options: {
  minimum: number;
  maximum?: number;
}): Rule {
  const { minimum, maximum } = options;
  const expected =
    maximum === undefined
      ? `a whole number of at least ${minimum}`
      : `a whole number from ${minimum} to ${maximum}`;
  return text => {
    const value = parseInteger(text);
    if (value === undefined) {
      return malformed(expected);
    }
    return value >= minimum && value <= (maximum ?? Infinity)
      ? PASS
      : { verdict: 'fail', reason: 'out-of-range', details: { expected } };
  };
}

/** A day that is not in the future and at most `limit` UTC days old. */
export function recentDay(options: {
  limit: number;
  parse(text: string): IsoDate | undefined;
  expected: string;
}): Rule {
  const { limit } = options;
  return (text, { context }) => {
    const date = options.parse(text);
    if (!date) {
      return malformed(options.expected);
    }
    const { clock } = context;
    if (!clock.reached(date.day)) {
      return {
        verdict: 'fail',
        reason: 'future',
        details: { date: date.text },
      };
    }
    return clock.reached(date.day + limit + 1)
      ? {
          verdict: 'fail',
          reason: 'stale',
          details: { date: date.text, limit },
        }
      : {
          verdict: 'pass',
          reason: 'recent',
          details: { date: date.text },
        };
  };
}
