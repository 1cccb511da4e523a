import { InputError, isError } from '@backstage/errors';
import { LineCounter } from 'yaml';
import type { Document } from 'yaml';
import { parseYamlDocuments } from '../../yaml';
import { Field } from './Field';
import { Problems } from './Problems';
import { readOpenSlo } from './readOpenSlo';
import { readSloth } from './readSloth';
import type { SloDefinition, SloFileProblem, SloFileReading } from './types';

const FORMATS =
  '"version: prometheus/v1" (Sloth) or "apiVersion: openslo/v1" (OpenSLO)';
const MAX_CHARACTERS = 256 * 1024;
const MAX_SLOS = 200;
const MAX_DAYS = 366;
const DEFAULT_DAYS = 30;

/**
 * What an SLO file leaves open.
 *
 * @public
 */
export interface SloFileOptions {
  /** Window of Sloth's objectives, whose files name none; 1 to 366, 30 without it. OpenSLO names its own. */
  windowDays?: number;
}

interface Read {
  document: Document.Parsed;
  field: Field;
}

/** A problem with the file as a whole. */
function whole(found: string, expected: string): SloFileReading {
  const place = { line: 1, column: 1, path: '' };
  return { ok: false, problems: [{ ...place, found, expected }] };
}

function syntaxProblems(
  documents: readonly Document.Parsed[],
  lines: LineCounter,
): SloFileProblem[] {
  return documents.flatMap(({ errors }) =>
    errors.slice(0, 1).map(error => {
      const { line, col } = lines.linePos(error.pos[0]);
      const reason = error.message.split('\n')[0].replace(/ at line .*$/, '');
      return {
        line,
        column: col,
        path: '',
        found: `text with the fault "${reason}"`,
        expected: 'valid YAML',
      };
    }),
  );
}

function readDocuments(
  source: string,
  found: SloFileProblem[],
): Read[] | undefined {
  const lines = new LineCounter();
  // Sloth reads YAML with merge keys, which the core schema leaves alone.
  const documents = parseYamlDocuments(source, {
    lineCounter: lines,
    merge: true,
  });
  found.push(...syntaxProblems(documents, lines));
  if (found.length > 0) {
    return undefined;
  }
  return documents.map(document => {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return {
      document,
      field: new Field(new Problems(document, lines, found), value),
    };
  });
}

/** Documents of other kinds are passed over; other versions of the two formats are refused by name. */
function readAll(documents: readonly Read[], windowDays: number) {
  const slos: SloDefinition[] = [];
  const openSlo: Field[] = [];
  const ids = new Set<string>();
  for (const { field } of documents) {
    const version = field.at('version');
    const apiVersion = field.at('apiVersion');
    if (version.value === 'prometheus/v1') {
      slos.push(...readSloth(field, { windowDays, ids }));
    } else if (apiVersion.value === 'openslo/v1') {
      openSlo.push(field);
    } else if (/^prometheus(?:\/|$)/i.test(version.scalar() ?? '')) {
      version.refuse(FORMATS);
    } else if (
      /^(?:openslo|openslo\.com|sloth\.slok\.dev)(?:\/|$)/i.test(
        apiVersion.scalar() ?? '',
      )
    ) {
      apiVersion.refuse(FORMATS);
    }
  }
  return [...slos, ...readOpenSlo(openSlo, ids)];
}

/**
 * Reads an SLO file for the generation of rules: Sloth `prometheus/v1` and OpenSLO `openslo/v1`, one
 * or more documents. Unlike `parseSloSpec`, which wants only the promises, it refuses everything that
 * would be lost in the rules, unknown keys included, and gives all problems with their places. Never
 * throws for any source.
 *
 * @throws InputError when `windowDays` is not a whole number from 1 to 366
 * @public
 */
export function readSloFile(
  source: string,
  options: SloFileOptions = {},
): SloFileReading {
  const { windowDays = DEFAULT_DAYS } = options;
  checkWindow(windowDays);
  if (source.length > MAX_CHARACTERS) {
    return whole(
      `a text of ${source.length} characters`,
      `a file of at most ${MAX_CHARACTERS}`,
    );
  }
  const found: SloFileProblem[] = [];
  try {
    const documents = readDocuments(source, found);
    const slos = documents ? readAll(documents, windowDays) : [];
    if (found.length > 0) {
      return { ok: false, problems: found };
    }
    return judge(slos);
  } catch (error) {
    // Resolving aliases fails where a few of them would grow into gigabytes.
    return whole(
      `text with the fault "${
        (isError(error) ? error.message : String(error)).split('\n')[0]
      }"`,
      'usable YAML',
    );
  }
}

function checkWindow(days: number): void {
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InputError(
      `The window "${days}" is not a whole number of days from 1 to ${MAX_DAYS}.`,
    );
  }
}

function judge(slos: readonly SloDefinition[]): SloFileReading {
  if (slos.length > MAX_SLOS) {
    return whole(`${slos.length} objectives`, `at most ${MAX_SLOS}`);
  }
  return slos.length === 0
    ? whole('no SLO document', FORMATS)
    : { ok: true, slos };
}

/**
 * A problem of an SLO file as a sentence that begins with line and column.
 *
 * @public
 */
export function describeSloFileProblem(problem: SloFileProblem): string {
  const { line, column, path, found, expected } = problem;
  const place = path === '' ? '' : `${path}: `;
  return `${line}:${column}: ${place}${found} was found, where ${expected} was expected.`;
}
