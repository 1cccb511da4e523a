import { isMark, readPromql, splitAt } from './promql';
import type { PromToken } from './promql';

/**
 * The two look-back windows of a burn-rate alert, short and long, as written.
 *
 * @public
 */
export interface BurnWindows {
  short: string;
  long: string;
}

const MAX_NESTING = 20;
/** Longer expressions are generated ones, and no alert of one objective. */
const MAX_LENGTH = 20_000;

/**
 * The windows of an expression that compares one error ratio over a long and a short window: somewhere two
 * comparisons are joined by `and`, they read the same thing, and only their window differs. A window is a
 * range (`[1h]`), the end of a recorded ratio's name (`slo:sli_error:ratio_rate1h`), or a label value.
 *
 * @public
 */
export function burnWindows(expression: string): BurnWindows | undefined {
  return expression.length > MAX_LENGTH
    ? undefined
    : findIn(readPromql(expression), 0);
}

function findIn(
  tokens: readonly PromToken[],
  nesting: number,
): BurnWindows | undefined {
  if (nesting > MAX_NESTING) {
    return undefined;
  }
  const alternatives = splitAt(tokens, /^or$/i);
  if (alternatives.length > 1) {
    for (const alternative of alternatives) {
      const found = findIn(alternative, nesting + 1);
      if (found) {
        return found;
      }
    }
    return undefined;
  }
  const operands = splitAt(splitAt(tokens, /^unless$/i)[0], /^and$/i);
  const sides = operands.flatMap(operand => readSide(operand) ?? []);
  for (const one of sides) {
    for (const other of sides) {
      if (one.subject === other.subject && one.minutes < other.minutes) {
        return { short: one.window, long: other.window };
      }
    }
  }
  // An `and` of brackets that hold alternatives, or an aggregation around the whole condition.
  if (operands.length > 1) {
    return firstOf(operands, operand => findIn(operand, nesting + 1));
  }
  return firstOf(innerBrackets(operands[0]), inner =>
    findIn(inner, nesting + 1),
  );
}

function firstOf<T, R>(
  items: readonly T[],
  find: (item: T) => R | undefined,
): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Contents of the outermost brackets that hold an `and`. */
function innerBrackets(tokens: readonly PromToken[]): PromToken[][] {
  const found: PromToken[][] = [];
  let depth = 0;
  let current: PromToken[] = [];
  for (const token of tokens) {
    if (isMark(token, ')')) {
      depth -= 1;
      if (depth === 0) {
        found.push(current);
        current = [];
      }
    }
    if (depth > 0) {
      current.push(token);
    }
    if (isMark(token, '(')) {
      depth += 1;
    }
  }
  return found.filter(inner =>
    inner.some(token => token.kind === 'name' && /^and$/i.test(token.text)),
  );
}

interface Side {
  subject: string;
  window: string;
  minutes: number;
}

/** A comparison over exactly one window, with what it reads: its text without windows and numbers. */
function readSide(tokens: readonly PromToken[]): Side | undefined {
  if (
    !tokens.some(
      token => token.kind === 'mark' && /^(?:>|>=|<|<=)$/.test(token.text),
    )
  ) {
    return undefined;
  }
  const windows = new Set<string>();
  const words: string[] = [];
  for (const token of withoutMatching(tokens)) {
    const { window, rest } = readWindow(token);
    if (window !== undefined) {
      windows.add(window);
    }
    if (rest !== undefined) {
      words.push(rest);
    }
  }
  const [window] = windows;
  const minutes = windows.size === 1 ? toMinutes(window) : undefined;
  return minutes === undefined
    ? undefined
    : { subject: words.join(' '), window, minutes };
}

function readWindow(token: PromToken): { window?: string; rest?: string } {
  switch (token.kind) {
    case 'window':
      return { window: token.text };
    case 'number':
      return {};
    case 'mark':
      return /^[()]$/.test(token.text) ? {} : { rest: token.text };
    case 'string':
      return toMinutes(token.text) === undefined
        ? { rest: JSON.stringify(token.text) }
        : { window: token.text };
    case 'name': {
      const record = /^(.*(?:rate|ratio|:|_))(\d+[smhdw])$/.exec(token.text);
      return record
        ? { window: record[2], rest: record[1] }
        : { rest: token.text };
    }
    default: {
      const never: never = token.kind;
      return { rest: String(never) };
    }
  }
}

/** Without `on (...)`, `ignoring (...)` and `group_left (...)` in front, which belong to the `and`. */
function withoutMatching(tokens: readonly PromToken[]): readonly PromToken[] {
  const isModifier =
    tokens[0]?.kind === 'name' &&
    /^(?:on|ignoring|group_left|group_right)$/i.test(tokens[0].text);
  if (!isModifier || !isMark(tokens[1], '(')) {
    return tokens;
  }
  const end = tokens.findIndex(token => isMark(token, ')'));
  return end === -1 ? tokens : withoutMatching(tokens.slice(end + 1));
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ['s', 1 / 60],
  ['m', 1],
  ['h', 60],
  ['d', 1440],
  ['w', 10080],
]);

function toMinutes(window: string): number | undefined {
  const match = /^(\d+)([smhdw])$/.exec(window);
  const unit = match && MINUTES.get(match[2]);
  return match && unit !== undefined && unit !== null
    ? Number(match[1]) * unit
    : undefined;
}
