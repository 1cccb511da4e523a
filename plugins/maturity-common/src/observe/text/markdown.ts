/** What a page of prose holds, judged without a Markdown engine: fences, steps and placeholders are all that is asked. */
export interface Page {
  /** True when there is text besides headings, comments and front matter. */
  hasText: boolean;
  /** Line (from 1) of the first numbered or command step. */
  firstStep: number | undefined;
  /** Line and words of the first placeholder. */
  placeholder: { line: number; text: string } | undefined;
}

/** A person does not write lines of this length. */
const MAX_LINE = 2_000;

const PLACEHOLDERS = [
  /\b(?:TODO|TBD|FIXME|CHANGEME|CHANGE_ME|XXX)\b/,
  /\bchange[- ]?me\b|\blorem ipsum\b|\bcoming soon\b|\bto be (?:written|defined|decided|determined|done|added|documented)\b/i,
  /\$\{\{|\{\{\s*cookiecutter|\{%/,
  /<(?:your|insert|replace|fill)[- _][^>]*>/i,
  /https?:\/\/(?:[\w-]+\.)*example\.com\b/i,
];

/** Reads a Markdown page line by line. */
export function readPage(text: string): Page {
  const page: Page = {
    hasText: false,
    firstStep: undefined,
    placeholder: undefined,
  };
  let fence: string | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    const number = index + 1;
    page.placeholder ??= placeholderIn(line.slice(0, MAX_LINE), number);
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (mark && fence === undefined) {
      fence = mark[0];
    } else if (mark && fence === mark[0]) {
      fence = undefined;
    } else if (fence !== undefined) {
      if (/^\s*[^\s#]/.test(line)) {
        page.firstStep ??= number;
        page.hasText = true;
      }
    } else {
      if (
        /^\s*\d+[.)]\s+\S/.test(line) ||
        /^\s*(?:[-*]\s+)?`?\$\s+\S/.test(line)
      ) {
        page.firstStep ??= number;
      }
      page.hasText ||= isProse(line.slice(0, MAX_LINE));
    }
  });
  return page;
}

function placeholderIn(line: string, number: number): Page['placeholder'] {
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(line);
    if (found) {
      return { line: number, text: found[0] };
    }
  }
  return undefined;
}

function isProse(line: string): boolean {
  const bare = line.replace(/<!--.*?(?:-->|$)/g, '').trim();
  return (
    bare !== '' &&
    !bare.startsWith('#') &&
    !/^(?:-{3,}|={3,}|\*{3,})$/.test(bare)
  );
}
