import { isError } from '@backstage/errors';
import { parseYamlDocuments } from '@backstage-maturity/plugin-maturity-common';
import { LineCounter } from 'yaml';
import type { Document } from 'yaml';
import { isUnrendered } from './isUnrendered';
import { isRecord } from './rawEntity';
import { identityOf, readInput } from './readInput';
import type { Problem } from './types';
import { YamlPlaces } from './YamlPlaces';

/** A catalog file of this size was not written by a person. */
const MAX_BYTES = 10 * 1024 * 1024;
const CATALOG_API = /^(?:scaffolder\.)?backstage\.io\//;

/** A document of a catalog file that is an entity or should be one. */
export interface CatalogDocument {
  data: Record<string, unknown>;
  places: YamlPlaces;
}

type Report = (problem: Pick<Problem, 'line' | 'column' | 'message'>) => void;

interface Reading {
  /** Whether the file holds nothing but entities, so that anything else in it is a mistake. */
  expected: boolean;
  /** Whether a person named exactly this file, so that passing over a part of it is a mistake. */
  named: boolean;
  report: Report;
  /** Tells what is no mistake. */
  note: Report;
}

/** The entities of a file as they stand there; none for a file that was read before. */
export function readDocuments(
  path: string,
  options: Reading & {
    /** Real paths of the files that were read; this one is added. */
    visited: Set<string>;
  },
): CatalogDocument[] {
  const text = readText(path, options);
  if (text === undefined) {
    return [];
  }
  const lines = new LineCounter();
  return parse(text, { lines, report: options.report }).flatMap(document => {
    const read = readDocument(document, { ...options, path, text, lines });
    return read ? [read] : [];
  });
}

function readText(
  path: string,
  { visited, report }: { visited: Set<string>; report: Report },
): string | undefined {
  const real = identityOf(path);
  if (visited.has(real)) {
    return undefined;
  }
  visited.add(real);
  try {
    return readInput(path, MAX_BYTES).toString('utf8');
  } catch (error) {
    const why = isError(error) ? error.message : error;
    report({ message: `The file ${why}.` });
    return undefined;
  }
}

function parse(
  text: string,
  { lines, report }: { lines: LineCounter; report: Report },
): readonly Document.Parsed[] {
  try {
    return parseYamlDocuments(text, { lineCounter: lines });
  } catch (error) {
    report({
      message: `The file is not YAML: ${
        isError(error) ? error.message : error
      }`,
    });
    return [];
  }
}

function readDocument(
  document: Document.Parsed,
  options: Reading & { path: string; text: string; lines: LineCounter },
): CatalogDocument | undefined {
  const { expected, lines, report } = options;
  const [error] = document.errors;
  if (error) {
    const { line, col: column } = lines.linePos(error.pos[0]);
    const [start, , end] = document.range;
    const source = options.text.slice(start, end);
    if (!options.named && isUnrendered(source, options.path)) {
      const message =
        'This is a template, which is YAML only when it is rendered, and was passed over.';
      options.note({ line, column, message });
    } else {
      report({ line, column, message: `YAML was expected: ${error.message}` });
    }
    return undefined;
  }
  const places = new YamlPlaces(document, lines);
  const data = toData(document, { places, report });
  if (!isRecord(data)) {
    if (data !== null && data !== undefined && expected) {
      report({
        ...places.of([]),
        message:
          'An entity (a map with apiVersion, kind, metadata and spec) was expected.',
      });
    }
    return undefined;
  }
  const apiVersion = Object.hasOwn(data, 'apiVersion')
    ? data.apiVersion
    : undefined;
  const isCatalog =
    typeof apiVersion === 'string' && CATALOG_API.test(apiVersion);
  const isUnsaid = apiVersion === undefined && expected;
  return isCatalog || isUnsaid ? { data, places } : undefined;
}

function toData(
  document: Document.Parsed,
  { places, report }: { places: YamlPlaces; report: Report },
): unknown {
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    return data;
  } catch (error) {
    const isAlias = isError(error) && /alias \(the anchor/.test(error.message);
    report({
      ...(isAlias ? places.ofLostAlias() : places.of([])),
      message: `The file is not usable YAML: ${
        isError(error) ? error.message : error
      }`,
    });
    return undefined;
  }
}
