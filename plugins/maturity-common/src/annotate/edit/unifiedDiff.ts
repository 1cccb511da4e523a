const CONTEXT = 3;
/** Above this many pairs of lines the middle is shown as replaced as a whole. */
const MOST_PAIRS = 4_000_000;
const NO_NEWLINE = '\\ No newline at end of file';

interface Line {
  mark: ' ' | '-' | '+';
  text: string;
}

/** Lines with their line endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The lines of both texts in order, each kept, taken out or put in; by longest common subsequence. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_PAIRS) {
    return [
      ...before.map(text => ({ mark: '-', text } as const)),
      ...after.map(text => ({ mark: '+', text } as const)),
    ];
  }
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ mark: ' ', text: before[i] });
      i += 1;
      j += 1;
    } else if (
      i < before.length &&
      (j === after.length ||
        common[(i + 1) * width + j] >= common[i * width + j + 1])
    ) {
      lines.push({ mark: '-', text: before[i] });
      i += 1;
    } else {
      lines.push({ mark: '+', text: after[j] });
      j += 1;
    }
  }
  return lines;
}

function allLines(before: string, after: string): Line[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < most - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  ) {
    tail += 1;
  }
  const kept = (text: string): Line => ({ mark: ' ', text });
  return [
    ...old.slice(0, head).map(kept),
    ...compare(
      old.slice(head, old.length - tail),
      fresh.slice(head, fresh.length - tail),
    ),
    ...old.slice(old.length - tail).map(kept),
  ];
}

/** Ranges of lines that are shown together, context included. */
function hunksOf(lines: readonly Line[]): { start: number; end: number }[] {
  const hunks: { start: number; end: number }[] = [];
  lines.forEach(({ mark }, index) => {
    if (mark === ' ') {
      return;
    }
    const start = Math.max(0, index - CONTEXT);
    const end = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last && start <= last.end) {
      last.end = end;
    } else {
      hunks.push({ start, end });
    }
  });
  return hunks;
}

function side(lines: readonly Line[], mark: '-' | '+'): number {
  return lines.filter(line => line.mark === ' ' || line.mark === mark).length;
}

function range(above: number, count: number): string {
  return `${count === 0 ? above : above + 1}${count === 1 ? '' : `,${count}`}`;
}

function body({ mark, text }: Line): string {
  return text.endsWith('\n')
    ? `${mark}${text}`
    : `${mark}${text}\n${NO_NEWLINE}\n`;
}

/**
 * The difference of two texts in the unified format, with three lines of context, as `patch` and
 * `git apply` take it; empty when they are the same. Line endings are part of the lines.
 *
 * @public
 */
export function unifiedDiff(
  before: string,
  after: string,
  file: string = 'catalog-info.yaml',
): string {
  if (before === after) {
    return '';
  }
  const lines = allLines(before, after);
  const hunks = hunksOf(lines).map(({ start, end }) => {
    const above = lines.slice(0, start);
    const shown = lines.slice(start, end);
    const old = range(side(above, '-'), side(shown, '-'));
    const fresh = range(side(above, '+'), side(shown, '+'));
    return `@@ -${old} +${fresh} @@\n${shown.map(body).join('')}`;
  });
  return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
}
