import { isError } from '@backstage/errors';
import type { Document } from 'yaml';
import { duplicateKeys, lostAlias, parseYamlDocuments } from '../../yaml';
import { WELL_FORMED } from '../describeSyntax';
import type { Refusal } from '../types';
import { placeAt } from './place';

/** A catalog file that a person wrote is smaller, inline definitions included; one that is all mistakes takes seconds. */
const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 100;
/** Enough to start mending a document. */
const MOST_ERRORS = 5;

/** One document of a file: its nodes, and its data with maps as Map. */
export interface SourceDocument {
  document: Document.Parsed;
  data: unknown;
}

/** A document, or why it cannot be read. */
export interface ReadDocument {
  refusals: readonly Refusal[];
  readable?: SourceDocument;
}

export type Source =
  | { ok: true; text: string; documents: readonly SourceDocument[] }
  | { ok: false; refusals: readonly Refusal[] };

function syntaxErrors(text: string, { errors }: Document.Parsed): Refusal[] {
  return errors
    .filter(({ code }) => code !== 'DUPLICATE_KEY')
    .slice(0, MOST_ERRORS)
    .map(({ code, message, pos }) => {
      const isTab = code === 'TAB_AS_INDENT';
      return {
        reason: 'yaml',
        place: placeAt(text, pos[0]),
        subject: 'YAML',
        found: isTab ? 'a tab as indentation' : message.split('\n', 1)[0],
        expected: isTab ? 'spaces as indentation' : WELL_FORMED,
      };
    });
}

function keyErrors(text: string, document: Document.Parsed): Refusal[] {
  return duplicateKeys(document).map(({ value, range }) => ({
    reason: 'duplicate-key',
    place: placeAt(text, range?.[0] ?? 0),
    subject: String(value),
    found: 'the same key a second time',
    expected: 'each key of a map only once',
  }));
}

function unusable(found: string): Refusal {
  return {
    reason: 'yaml',
    place: { line: 1, column: 1 },
    subject: 'YAML',
    found,
    expected: WELL_FORMED,
  };
}

function readDocument(text: string, document: Document.Parsed): ReadDocument {
  const faults = syntaxErrors(text, document);
  const refusals = faults.length > 0 ? faults : keyErrors(text, document);
  if (refusals.length > 0) {
    return { refusals };
  }
  try {
    const data: unknown = document.toJS({
      mapAsMap: true,
      maxAliasCount: MOST_ALIASES,
    });
    return { refusals, readable: { document, data } };
  } catch (error) {
    // An alias of nothing, or one that unfolds without end.
    const found = isError(error) ? error.message : String(error);
    const place = placeAt(text, lostAlias(document) ?? document.range[0]);
    return { refusals: [{ ...unusable(found), place }] };
  }
}

/** Parses every document of a file by itself. Never throws. */
export function readDocuments(text: string): readonly ReadDocument[] {
  if (text.length > MOST_CHARACTERS) {
    const refusal: Refusal = {
      reason: 'too-large',
      subject: 'file',
      found: `${text.length} characters`,
      expected: `at most ${MOST_CHARACTERS}`,
    };
    return [{ refusals: [refusal] }];
  }
  try {
    return parseYamlDocuments(text, { keepSourceTokens: true }).map(document =>
      readDocument(text, document),
    );
  } catch (error) {
    const found = isError(error) ? error.message : String(error);
    return [{ refusals: [unusable(found)] }];
  }
}

/** Parses every document of a file, or says where it cannot be parsed. Never throws. */
export function readSource(text: string): Source {
  const read = readDocuments(text);
  const refusals = read.flatMap(each => each.refusals);
  const documents = read.flatMap(({ readable }) => readable ?? []);
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, text, documents };
}
