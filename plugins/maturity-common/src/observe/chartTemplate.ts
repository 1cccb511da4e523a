/** Stands for an action while lines are looked at; a private character that no template holds. */
const MARK = '\uE000';

/** The YAML that is left of a chart's template when its actions are taken out, and how its lines moved: not at all. */
export function withoutActions(template: string): string {
  const bare = template.replace(
    /\{\{-?\s*\/\*[^]*?(?:\*\/\s*-?\}\}|$)/g,
    keepNewlines,
  );
  return bare
    .replace(/\{\{[^]*?(?:\}\}|$)/g, action =>
      action.includes('\n') ? keepNewlines(action) : MARK,
    )
    .split('\n')
    .map(line => {
      // A line of actions only (`if`, `end`, `include`) adds what is not known here.
      if (
        line.includes(MARK) &&
        line.replace(new RegExp(MARK, 'g'), '').trim() === ''
      ) {
        return '';
      }
      return line.replace(new RegExp(MARK, 'g'), 'value');
    })
    .join('\n');
}

function keepNewlines(text: string): string {
  return text.replace(/[^\n]/g, '');
}

/** The header of each document of a template that is not YAML even without its actions: top-level words of `kind` and `apiVersion`. */
export function templateHeaders(
  template: string,
): { apiVersion: string; kind: string; line: number }[] {
  const headers: { apiVersion: string; kind: string; line: number }[] = [];
  let apiVersion = '';
  template.split('\n').forEach((line, index) => {
    if (/^---/.test(line)) {
      apiVersion = '';
    }
    apiVersion = /^apiVersion:\s*["']?([\w./-]+)/.exec(line)?.[1] ?? apiVersion;
    const kind = /^kind:\s*["']?(\w+)/.exec(line)?.[1];
    if (kind !== undefined) {
      headers.push({ apiVersion, kind, line: index + 1 });
    }
  });
  return headers;
}

/** Lines that set a Vault annotation in a template. */
export function vaultLines(template: string): { line: number; key: string }[] {
  return template.split('\n').flatMap((line, index) => {
    const key =
      /^\s+["']?((?:vault\.hashicorp\.com|vault\.security\.banzaicloud\.io)\/[\w.-]+)["']?:\s*\S/.exec(
        line,
      )?.[1];
    const isOff = /:\s*["']?(?:false|no)["']?\s*$/i.test(line);
    return key === undefined || isOff ? [] : [{ line: index + 1, key }];
  });
}
