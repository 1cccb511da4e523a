/** A token of a PromQL expression, as far as windows and comparisons need it. */
export interface PromToken {
  kind: 'name' | 'number' | 'string' | 'window' | 'mark';
  text: string;
}

const TOKEN =
  /#[^\n]*|"(?:\\[^]|[^"\\])*(?:"|\\?$)|'(?:\\[^]|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)|\[([^\]]*)(?:\]|$)|([A-Za-z_:][\w:]*)|(\d[\w.]*(?:[eE][+-]?\d+)?)|(==|!=|>=|<=|=~|!~|[^\s\w])/g;

/** Splits an expression into tokens in one pass; comments are left out. Never throws. */
export function readPromql(expression: string): PromToken[] {
  const tokens: PromToken[] = [];
  for (const match of expression.matchAll(TOKEN)) {
    const [whole, window, name, number, mark] = match;
    if (window !== undefined) {
      tokens.push({ kind: 'window', text: window.split(':', 1)[0].trim() });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', text: name });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
    } else if (mark !== undefined) {
      tokens.push({ kind: 'mark', text: mark });
    } else if (!whole.startsWith('#')) {
      tokens.push({ kind: 'string', text: whole.slice(1, -1) });
    }
  }
  return tokens;
}

/**
 * Splits at a word operator (`and`, `or`) that stands outside of all brackets, after removing brackets that
 * hold the whole expression.
 */
export function splitAt(
  tokens: readonly PromToken[],
  operator: RegExp,
): PromToken[][] {
  const parts: PromToken[][] = [[]];
  let depth = 0;
  for (const token of withoutOuterBrackets(tokens)) {
    depth += bracket(token);
    if (depth === 0 && token.kind === 'name' && operator.test(token.text)) {
      parts.push([]);
    } else {
      parts[parts.length - 1].push(token);
    }
  }
  return parts;
}

function withoutOuterBrackets(
  tokens: readonly PromToken[],
): readonly PromToken[] {
  let rest = tokens;
  while (
    rest.length >= 2 &&
    isMark(rest[0], '(') &&
    isMark(rest[rest.length - 1], ')') &&
    closes(rest)
  ) {
    rest = rest.slice(1, -1);
  }
  return rest;
}

function closes(tokens: readonly PromToken[]): boolean {
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    depth += bracket(tokens[index]);
    if (depth === 0) {
      return index === tokens.length - 1;
    }
  }
  return false;
}

function bracket(token: PromToken): number {
  if (token.kind !== 'mark') {
    return 0;
  }
  if (/^[({]$/.test(token.text)) {
    return 1;
  }
  return /^[)}]$/.test(token.text) ? -1 : 0;
}

export function isMark(token: PromToken | undefined, text: string): boolean {
  return token?.kind === 'mark' && token.text === text;
}
