import { simpleRegex } from './regexExample';

/** One condition on a label. */
export interface LabelCondition {
  label: string;
  accepts: (value: string) => boolean;
  /** Values that are worth trying. */
  examples: readonly string[];
}

/** The counters that a query sums up. */
export interface CounterSelector {
  metric: string;
  conditions: readonly LabelCondition[];
  /** Metric and matchers without white space, to tell whether two are one. */
  text: string;
}

/** Longer ones are no simple sums, and would take long to look through. */
const MAX_LENGTH = 2_000;

const STRING = `"(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\\\\\n]*'|\`[^\`]*\``;
const GROUPING = '(?:\\s*(?:by|without)\\s*\\(([\\w\\s,]*)\\))?';
const COUNTERS =
  `(?:rate|increase)\\s*\\(\\s*([A-Za-z_:][\\w:]*)\\s*` +
  `(?:\\{((?:[^"'\`{}]|${STRING})*)\\}\\s*)?\\[\\s*\\{\\{\\s*\\.window\\s*\\}\\}\\s*\\]\\s*\\)`;
const SUM = new RegExp(
  `^(?:sum${GROUPING}\\s*\\(\\s*${COUNTERS}\\s*\\)${GROUPING}|${COUNTERS})$`,
);
const MATCHER = new RegExp(
  `\\s*([A-Za-z_]\\w*)\\s*(=~|!~|!=|=)\\s*(${STRING})\\s*(?:,|$)`,
  'y',
);

function unquoted(text: string): string | undefined {
  if (!text.startsWith('"')) {
    return text.slice(1, -1);
  }
  try {
    // Strings of PromQL and of JSON share their usual escapes; the others are not simple.
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function condition(
  label: string,
  operator: string,
  value: string,
): LabelCondition | undefined {
  if (operator === '=' || operator === '!=') {
    const equal = operator === '=';
    return {
      label,
      accepts: each => (each === value) === equal,
      examples: [value],
    };
  }
  const regex = simpleRegex(value);
  const match = operator === '=~';
  return (
    regex && {
      label,
      accepts: each => regex.accepts(each) === match,
      examples: [regex.example],
    }
  );
}

function readConditions(text: string): LabelCondition[] | undefined {
  const conditions: LabelCondition[] = [];
  for (let at = 0; at < text.trimEnd().length; ) {
    MATCHER.lastIndex = at;
    const match = MATCHER.exec(text);
    const value = match ? unquoted(match[3]) : undefined;
    const read =
      match && value !== undefined && condition(match[1], match[2], value);
    if (!match || !read) {
      return undefined;
    }
    conditions.push(read);
    at += match[0].length;
  }
  return conditions;
}

/** What authors add so that a query is zero, or absent, where it would be the other. */
const GUARDS = /\s+or\s+(?:vector\(0\)|0\s*\*[\s\S]+)$|\s*>\s*0$/;

/**
 * Reads a sum of rates of counters, such as `sum(rate(m{a="b"}[{{.window}}]))`, with or without `> 0`,
 * `or vector(0)` and `or 0 * ...`; undefined for anything else.
 */
export function readCounterQuery(query: string): CounterSelector | undefined {
  if (query.length > MAX_LENGTH) {
    return undefined;
  }
  const bare = query.replace(/#[^\n"'`]*$/gm, '').trim();
  const match = SUM.exec(bare.replace(GUARDS, ''));
  if (!match) {
    return undefined;
  }
  const metric = match[2] ?? match[5];
  const matchers = match[3] ?? match[6] ?? '';
  const conditions = readConditions(matchers);
  return (
    conditions && {
      metric,
      conditions,
      text: `${metric}{${matchers}}`.replace(/\s+/g, ''),
    }
  );
}

/** Both sides of a difference of two sums; undefined for anything else. */
export function readDifference(
  query: string,
): [CounterSelector, CounterSelector] | undefined {
  if (query.length > 2 * MAX_LENGTH) {
    return undefined;
  }
  // Only one minus sign can be the operator: others stand in strings.
  for (const sign of query.matchAll(/\)\s*(-)\s*(?=[a-z])/g)) {
    const left = readCounterQuery(query.slice(0, sign.index + 1));
    const right = readCounterQuery(query.slice(sign.index + sign[0].length));
    if (left && right) {
      return [left, right];
    }
  }
  return undefined;
}
