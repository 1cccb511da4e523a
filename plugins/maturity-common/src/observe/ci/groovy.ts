/** A word, mark or string of Groovy code, with its line (from 1). */
export interface GroovyToken {
  kind: 'word' | 'string' | 'mark';
  text: string;
  line: number;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'''([^]*?)(?:'''|$)|"""([^]*?)(?:"""|$)|'((?:\\[^]|[^'\\\n])*)'?|"((?:\\[^]|[^"\\\n])*)"?|([A-Za-z_$][\w$]*)|([^\s\w])/g;

/** Splits Groovy code into tokens; comments are left out, a string is one token whatever it holds. */
export function readGroovy(code: string): GroovyToken[] {
  const tokens: GroovyToken[] = [];
  let line = 1;
  let position = 0;
  for (const match of code.matchAll(TOKEN)) {
    line += newlines(code.slice(position, match.index));
    position = match.index;
    const [, triple, tripleDouble, single, double, word, mark] = match;
    const text = triple ?? tripleDouble ?? single ?? double;
    if (text !== undefined) {
      tokens.push({ kind: 'string', text, line });
    } else if (word !== undefined) {
      tokens.push({ kind: 'word', text: word, line });
    } else if (mark !== undefined) {
      tokens.push({ kind: 'mark', text: mark, line });
    }
  }
  return tokens;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
