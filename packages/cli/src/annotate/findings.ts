import { isError } from '@backstage/errors';
import {
  describeFinding,
  entityPlaces,
  LINT_RULES,
  lintCatalog,
} from '@backstage-maturity/plugin-maturity-common';
import { findFiles } from '../load/findFiles';
import { isUnrendered } from '../load/isUnrendered';
import { loadCatalog } from '../load/loadCatalog';
import { identityOf, readInput } from '../load/readInput';
import { shownPath } from '../load/shownPath';
import type { Problem } from '../load/types';

/** What the linter looks for, by rule. */
export const RULES = {
  ...LINT_RULES,
  catalog: 'The catalog accepts the entity.',
  'duplicate-entity': 'An entity is defined once.',
} as const;

/** One thing that is wrong in a file, ready to be shown. */
export interface Finding {
  rule: keyof typeof RULES;
  file: string;
  line: number;
  column: number;
  /** Null where it concerns no entity, or one that could not be read. */
  entityRef: string | null;
  /** A sentence. */
  message: string;
  /** A value that puts it right; null where a person has to say. */
  repair: string | null;
}

export interface Findings {
  findings: readonly Finding[];
  files: number;
  /** Notes about what was not looked at. */
  notes: readonly Problem[];
}

export interface LintSettings {
  cwd: string;
  now: number;
  /** Checks that an exemption may name. */
  checkIds: ReadonlySet<string>;
}

interface Read {
  file: string;
  text: string;
  /** Whether a person named exactly this file. */
  named: boolean;
}

/** A file of this size was not written by a person; the linter says so from one million characters on. */
const MAX_BYTES = 100 * 1024 * 1024;

async function readAll(
  paths: readonly string[],
  cwd: string,
): Promise<{ files: Read[]; notes: Problem[] }> {
  const files: Read[] = [];
  const notes: Problem[] = [];
  const seen = new Set<string>();
  for (const { path, explicit } of await findFiles(paths, cwd)) {
    const file = shownPath(cwd, path);
    const real = identityOf(path);
    if (seen.has(real)) {
      continue;
    }
    seen.add(real);
    try {
      const text = readInput(path, MAX_BYTES).toString('utf8');
      files.push({ file, text, named: explicit });
    } catch (error) {
      const why = isError(error) ? error.message : String(error);
      const message = `The file ${why}.`;
      notes.push({ kind: 'unreadable', file, message, fatal: true });
    }
  }
  return { files, notes };
}

function annotationFindings(
  { file, text, named }: Read,
  { now, checkIds }: LintSettings,
): Finding[] {
  const found = lintCatalog(text, { now, checkIds }).filter(
    ({ rule }) => named || rule !== 'yaml' || !isUnrendered(text, file),
  );
  return found.map(finding => ({
    rule: finding.rule,
    file,
    ...finding.place,
    entityRef: finding.entityRef ?? null,
    message: describeFinding(finding),
    repair:
      finding.repair?.do === 'set-annotation' ? finding.repair.value : null,
  }));
}

function duplicates(files: readonly Read[]): Finding[] {
  const first = new Map<string, string>();
  return files.flatMap(({ file, text }) =>
    entityPlaces(text).flatMap(({ entityRef, place }): Finding[] => {
      const known = first.get(entityRef);
      if (known === undefined) {
        first.set(entityRef, `${file}:${place.line}`);
        return [];
      }
      return [
        {
          rule: 'duplicate-entity',
          file,
          ...place,
          entityRef,
          message: `"${entityRef}" is already defined in ${known}; the catalog takes one of them only.`,
          repair: null,
        },
      ];
    }),
  );
}

function placeKey({ file, line }: { file: string; line?: number }): string {
  return `${file}:${line ?? 0}`;
}

/** What the catalog would reject; what a finding says about the same line is not said again. */
function rejections(
  problems: readonly Problem[],
  known: readonly Finding[],
): Finding[] {
  const told = new Set(known.map(placeKey));
  return problems
    .filter(each => !told.has(placeKey(each)))
    .map(({ file, line = 1, column = 1, field, message }) => ({
      rule: 'catalog',
      file,
      line,
      column,
      entityRef: null,
      message: field === undefined ? message : `${field}: ${message}`,
      repair: null,
    }));
}

/** The same thing at the same place, said once. */
function withoutRepetitions(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ file, line, column, rule, message }) => {
    const key = JSON.stringify([file, line, column, rule, message]);
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

/** Findings of catalog files in the order of files, lines and columns. */
export async function findingsOf(
  paths: readonly string[],
  settings: LintSettings,
): Promise<Findings> {
  const { cwd } = settings;
  const { files, notes } = await readAll(paths, cwd);
  const own = [
    ...files.flatMap(file => annotationFindings(file, settings)),
    ...duplicates(files),
  ];
  const { problems } = await loadCatalog({ paths, context: [], cwd });
  // Of a file that is not YAML the linter says more, and more of it, than the reader of catalogs.
  const known = new Set([...own, ...notes].map(({ file }) => file));
  const wrong = problems.filter(
    ({ kind, file, fatal }) =>
      kind === 'rejected' ||
      (kind === 'unreadable' && fatal && !known.has(file)),
  );
  const all = withoutRepetitions([...own, ...rejections(wrong, own)]);
  const told = new Set(all.map(placeKey));
  return {
    findings: all.sort(
      (a, b) =>
        (a.file < b.file ? -1 : Number(a.file > b.file)) ||
        a.line - b.line ||
        a.column - b.column,
    ),
    files: files.length,
    notes: [
      ...notes,
      ...problems.filter(
        each => each.kind === 'note' && !told.has(placeKey(each)),
      ),
    ],
  };
}
