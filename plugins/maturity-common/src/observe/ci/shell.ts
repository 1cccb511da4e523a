import type { Command } from './model';

const MAX_NESTING = 3;

class ShellReader {
  private position = 0;
  private row = 0;
  private commandRow = 0;
  private words: string[] = [];
  private word: string | undefined;
  private dropNext = false;
  private hereDocuments: string[] = [];
  private readonly done: { words: readonly string[]; row: number }[] = [];

  constructor(private readonly script: string) {}

  commands(): readonly { words: readonly string[]; row: number }[] {
    while (this.position < this.script.length) {
      this.step(this.script[this.position]);
    }
    this.endCommand();
    return this.done;
  }

  private step(char: string): void {
    switch (char) {
      case '\n':
        this.endCommand();
        this.position += 1;
        this.row += 1;
        this.skipHereDocuments();
        return;
      case ' ':
      case '\t':
      case '\r':
        this.endWord();
        this.position += 1;
        return;
      case '\\':
        this.escape();
        return;
      case "'":
        this.quoted("'");
        return;
      case '"':
        this.quoted('"');
        return;
      case '`':
        this.quoted('`');
        return;
      case '$':
        this.expansion();
        return;
      case '#':
        this.hash();
        return;
      case ';':
      case '&':
      case '|':
      case '(':
      case ')':
        this.endCommand();
        this.position += 1;
        return;
      case '<':
      case '>':
        this.redirection();
        return;
      default:
        this.append(char);
        this.position += 1;
    }
  }

  private append(text: string): void {
    if (this.word === undefined && this.words.length === 0) {
      this.commandRow = this.row;
    }
    this.word = (this.word ?? '') + text;
  }

  private endWord(): void {
    if (this.word === undefined) {
      return;
    }
    if (this.dropNext) {
      this.dropNext = false;
    } else {
      this.words.push(this.word);
    }
    this.word = undefined;
  }

  private endCommand(): void {
    this.endWord();
    this.dropNext = false;
    if (this.words.length > 0) {
      this.done.push({ words: this.words, row: this.commandRow });
      this.words = [];
    }
  }

  private escape(): void {
    const next = this.script[this.position + 1];
    if (
      next === '\n' ||
      (next === '\r' && this.script[this.position + 2] === '\n')
    ) {
      this.endWord();
      this.row += 1;
      this.position += next === '\n' ? 2 : 3;
      return;
    }
    this.append(next ?? '');
    this.position += 2;
  }

  private quoted(quote: string): void {
    let text = '';
    let index = this.position + 1;
    while (index < this.script.length && this.script[index] !== quote) {
      if (quote !== "'" && this.script[index] === '\\') {
        index += 1;
      }
      text += this.script[index] ?? '';
      index += 1;
    }
    this.append(text);
    this.row += countNewlines(text);
    this.position = index + 1;
  }

  /** `$(...)`, `${...}` and `${{ ... }}` belong to the word that they stand in. */
  private expansion(): void {
    const open = this.script[this.position + 1];
    if (open !== '(' && open !== '{') {
      this.append('$');
      this.position += 1;
      return;
    }
    const close = open === '(' ? ')' : '}';
    let depth = 0;
    let index = this.position + 1;
    for (; index < this.script.length; index += 1) {
      if (this.script[index] === open) {
        depth += 1;
      } else if (this.script[index] === close) {
        depth -= 1;
        if (depth === 0) {
          break;
        }
      }
    }
    const text = this.script.slice(this.position, index + 1);
    this.append(text);
    this.row += countNewlines(text);
    this.position = index + 1;
  }

  private hash(): void {
    if (this.word !== undefined) {
      this.append('#');
      this.position += 1;
      return;
    }
    const end = this.script.indexOf('\n', this.position);
    this.position = end === -1 ? this.script.length : end;
  }

  private redirection(): void {
    const here = /^<<-?\s*(["']?)([\w.-]+)\1/.exec(
      this.script.slice(this.position, this.position + 80),
    );
    if (here) {
      this.endWord();
      this.hereDocuments.push(here[2]);
      this.position += here[0].length;
      return;
    }
    if (this.word !== undefined && /^\d$/.test(this.word)) {
      this.word = undefined;
    }
    this.endWord();
    this.position +=
      /^[<>&|]+/.exec(this.script.slice(this.position, this.position + 4))?.[0]
        .length ?? 1;
    this.dropNext = true;
  }

  private skipHereDocuments(): void {
    for (const delimiter of this.hereDocuments) {
      while (this.position < this.script.length) {
        const end = this.script.indexOf('\n', this.position);
        const stop = end === -1 ? this.script.length : end;
        const line = this.script.slice(this.position, stop).trim();
        this.position = stop + 1;
        this.row += 1;
        if (line === delimiter) {
          break;
        }
      }
    }
    this.hereDocuments = [];
  }
}

/**
 * Splits a shell script into its commands. Comments, here-documents and redirections are left out; a
 * quoted string is one word, so what is only printed never looks like a command. `sh -c "..."` is followed.
 *
 * @param firstLine - line of the first line of the script in its file
 */
export function readCommands(
  script: string,
  firstLine?: number,
  nesting = 0,
): Command[] {
  const reader = new ShellReader(script);
  const found: Command[] = [];
  for (const { words, row } of reader.commands()) {
    const line = firstLine === undefined ? undefined : firstLine + row;
    found.push({ words, line });
    const inner = innerScript(words);
    if (inner !== undefined && nesting < MAX_NESTING) {
      found.push(
        ...readCommands(inner, line, nesting + 1).map(command => ({
          ...command,
          line,
        })),
      );
    }
  }
  return found;
}

function innerScript(words: readonly string[]): string | undefined {
  const shell = words.findIndex(word => /^(?:.*\/)?(?:ba|z|da)?sh$/.test(word));
  const flag = words[shell + 1];
  return shell !== -1 && flag !== undefined && /^-[a-z]*c$/.test(flag)
    ? words[shell + 2]
    : undefined;
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
