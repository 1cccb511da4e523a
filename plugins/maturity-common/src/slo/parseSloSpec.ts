import { LineCounter } from 'yaml';
import { parseYamlDocuments } from '../yaml';
import { field, text } from '../entity/fields';
import { readOpenSloSpecs } from './openSloSpec';
import { readSlothSpec } from './slothSpec';
import { shown, type SpecResult } from './specObjective';
import type { SloSpec } from './types';

const EXPECTED =
  '"version: prometheus/v1" (Sloth) or "apiVersion: openslo/v1" (OpenSLO)';

/**
 * The specs of a file, at least one, or a sentence that says why there is none.
 *
 * @public
 */
export type SloSpecResult =
  | { ok: true; specs: SloSpec[] }
  | { ok: false; problem: string };

/** Longest text that is parsed, in UTF-16 units: thousands of objectives, and seconds where it is broken. */
const MAX_TEXT = 256 * 1024;

function errorText(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] : String(error);
}

function readDocuments(source: string): SpecResult<unknown[]> {
  if (source.length > MAX_TEXT) {
    return {
      ok: false,
      problem: `The file has ${source.length} characters, and at most ${MAX_TEXT} are read.`,
    };
  }
  try {
    const documents: unknown[] = [];
    const lineCounter = new LineCounter();
    // Sloth reads YAML with merge keys. Keys that stand twice are told where rules are made of the file.
    const options = { lineCounter, merge: true, uniqueKeys: false };
    for (const document of parseYamlDocuments(source, options)) {
      const [error] = document.errors;
      if (error) {
        const { line } = lineCounter.linePos(error.pos[0]);
        return {
          ok: false,
          problem: `The file is not valid YAML: ${errorText(
            error,
          )} (line ${line})`,
        };
      }
      documents.push(document.toJS());
    }
    return { ok: true, value: documents };
  } catch (error) {
    // Resolving aliases can fail, on purpose where a few of them would grow into gigabytes.
    return {
      ok: false,
      problem: `The file is not usable YAML: ${errorText(error)}`,
    };
  }
}

/** The name of an SLO format, other versions of the two known ones included; empty for any other document. */
function formatName(document: unknown): string {
  const apiVersion = text(field(document, 'apiVersion'));
  if (/^(?:openslo|openslo\.com|sloth\.slok\.dev)(?:\/|$)/i.test(apiVersion)) {
    return apiVersion;
  }
  const version = text(field(document, 'version'));
  return /^prometheus(?:\/|$)/i.test(version) ? version : '';
}

/**
 * Reads an SLO file in the format of Sloth (`prometheus/v1`) or OpenSLO (`openslo/v1`), with one or
 * more documents. Documents that are no SLOs are passed over; other versions of the two formats are
 * refused by name. Never throws.
 *
 * @public
 */
export function parseSloSpec(source: string): SloSpecResult {
  const documents = readDocuments(source);
  if (!documents.ok) {
    return documents;
  }
  const specs: SloSpec[] = [];
  const openSlo: unknown[] = [];
  for (const document of documents.value) {
    const format = formatName(document);
    if (format === 'prometheus/v1') {
      const spec = readSlothSpec(document);
      if (!spec.ok) {
        return spec;
      }
      specs.push(spec.value);
    } else if (format === 'openslo/v1') {
      openSlo.push(document);
    } else if (format !== '') {
      return {
        ok: false,
        problem: `The SLO format ${shown(
          format,
        )} is not supported; ${EXPECTED} was expected.`,
      };
    }
  }
  const fromOpenSlo = readOpenSloSpecs(openSlo);
  if (!fromOpenSlo.ok) {
    return fromOpenSlo;
  }
  specs.push(...fromOpenSlo.value);
  return specs.length === 0
    ? {
        ok: false,
        problem: `The file holds no SLO document; ${EXPECTED} was expected.`,
      }
    : { ok: true, specs };
}
