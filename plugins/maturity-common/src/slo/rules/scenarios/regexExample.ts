/**
 * The simple regular expressions of label matchers: alternatives of characters, `.`, `\d`, classes and
 * plain groups. No quantified group and few quantifiers, so that trying one cannot take long.
 */
const ATOM = /\\d|\\\.|\[[\w-]+\]|[\w/: -]|\./y;
const QUANTIFIER = /[*+?]|\{\d{1,2}\}/y;
const MAX_LENGTH = 100;
const MAX_QUANTIFIERS = 4;
const MAX_GROUPS = 2;
const MAX_VALUE = 32;

function example(atom: string): string {
  if (atom === '.' || atom === '\\d') {
    return '0';
  }
  return atom.startsWith('\\') || atom.startsWith('[') ? atom.charAt(1) : atom;
}

function times(quantifier: string): number {
  switch (quantifier.charAt(0)) {
    case '*':
    case '?':
      return 0;
    case '{':
      return Number(quantifier.slice(1, -1));
    default:
      return 1;
  }
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A text that matches one branch without groups, or undefined when it holds something else. */
function branchExample(branch: string): string | undefined {
  let text = '';
  for (let at = 0; at < branch.length; ) {
    const atom = take(ATOM, branch, at);
    if (atom === '') {
      return undefined;
    }
    at += atom.length;
    const quantifier = take(QUANTIFIER, branch, at);
    at += quantifier.length;
    text += example(atom).repeat(times(quantifier));
  }
  return text;
}

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

/** Undefined for what looks simple and is none, such as a class whose range is upside down. */
function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch {
    return undefined;
  }
}

/**
 * A value that a regular expression of a label matcher accepts, and the test for others; undefined for
 * expressions that are not simple.
 */
export function simpleRegex(
  pattern: string,
): { example: string; accepts: (value: string) => boolean } | undefined {
  if (
    pattern.length > MAX_LENGTH ||
    count(pattern, /[*+?{]/g) > MAX_QUANTIFIERS ||
    count(pattern, /\(/g) > MAX_GROUPS ||
    /\([^)]*\(|\)[*+?{]|\(\?/.test(pattern)
  ) {
    return undefined;
  }
  // A group becomes its first branch; what is left has no brackets, or it is not simple.
  const flat = pattern.replace(/\(([^()|]*)(?:\|[^()]*)?\)/g, '$1');
  const text = branchExample(flat.split('|')[0]);
  const others = pattern.split(/[()|]/).map(branchExample);
  if (text === undefined || others.includes(undefined)) {
    return undefined;
  }
  const whole = compiled(`^(?:${pattern})$`);
  if (!whole) {
    return undefined;
  }
  const accepts = (value: string) =>
    value.length <= MAX_VALUE && whole.test(value);
  return accepts(text) ? { example: text, accepts } : undefined;
}
