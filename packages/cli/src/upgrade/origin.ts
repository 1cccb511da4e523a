import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  parseSemver,
  parseTemplateRef,
  parseYamlDocuments,
} from '@backstage-maturity/plugin-maturity-common';
import { stringify } from 'yaml';
import { at, isRecord, toJson } from './data';
import { blobId, type FileSet, requireSafePath } from './files';

/**
 * The file of a service that says what made it.
 *
 * @public
 */
export const ORIGIN_FILE = '.golden-path.yaml';

const LONGEST = 1_000_000;
const MOST_FILES = 10_000;
const EXECUTABLE = ' executable';
const NOTE =
  '# The files that it made, each with the id that git gives to its content. Leave them to `maturity upgrade`.';

/** A file as the golden path made it. */
export interface RecordedFile {
  /** Id that git gives to its bytes. */
  id: string;
  executable: boolean;
}

/** What `.golden-path.yaml` holds. */
export interface Origin {
  /** Reference of the template, in full and in lower case. */
  template: string;
  version: string;
  /** Address of the portal, which links in the files begin with. */
  portal: string;
  /** Values of the parameters of the template. */
  answers: JsonObject;
  /** Undefined when the service is older than this record. */
  files: ReadonlyMap<string, RecordedFile> | undefined;
}

function fail(what: string): never {
  throw new InputError(`${ORIGIN_FILE}: ${what}`);
}

function readRecordedFile([path, value]: [string, unknown]): [
  string,
  RecordedFile,
] {
  const [, id, executable] =
    /^([0-9a-f]{40})( executable)?$/.exec(String(value)) ?? [];
  if (id === undefined) {
    return fail(
      `the file ${JSON.stringify(path)} has the id ${JSON.stringify(
        value,
      )}; 40 hexadecimal digits were expected.`,
    );
  }
  requireSafePath(path, ORIGIN_FILE);
  return [path, { id, executable: executable !== undefined }];
}

function readAnswer([name, value]: [string, unknown]): [string, JsonValue] {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    fail(
      `the answer ${JSON.stringify(
        name.slice(0, 100),
      )} has no name of a parameter; letters, digits and "_" were expected.`,
    );
  }
  return [name, toJson(value)];
}

function readFiles(files: unknown): Origin['files'] {
  if (files === undefined) {
    return undefined;
  }
  if (!isRecord(files) || Object.keys(files).length > MOST_FILES) {
    return fail(
      `"files" is no list of at most ${MOST_FILES} paths with their ids.`,
    );
  }
  return new Map(Object.entries(files).map(readRecordedFile));
}

/**
 * Reads `.golden-path.yaml`.
 *
 * @throws InputError when it does not say which version of which template made the service
 */
export function readOrigin(text: string): Origin {
  if (text.length > LONGEST) {
    fail(`it has more than ${LONGEST} characters.`);
  }
  const documents = parseYamlDocuments(text);
  const [error] = documents.flatMap(({ errors }) => errors);
  if (error || documents.length !== 1) {
    fail(
      `one YAML document was expected: ${
        error?.message.split('\n')[0] ?? `there are ${documents.length}.`
      }`,
    );
  }
  const data: unknown = documents[0].toJS();
  const written = at(data, 'template');
  const template = parseTemplateRef(String(written));
  if (template === undefined || typeof written !== 'string') {
    return fail(
      `"template" is ${JSON.stringify(
        written ?? null,
      )}; the reference of the template that made this service was expected, such as "template:default/node-service".`,
    );
  }
  const version = String(at(data, 'version') ?? '');
  if (parseSemver(version) === undefined) {
    fail(
      `"version" is ${JSON.stringify(
        version,
      )}; the version of the template that made this service was expected, such as "1.4.0".`,
    );
  }
  const answers = at(data, 'answers');
  if (!isRecord(answers)) {
    return fail(
      '"answers" is missing; the values of the parameters that this service was made with were expected.',
    );
  }
  const portal = at(data, 'portal');
  return {
    template,
    version,
    portal: typeof portal === 'string' ? portal : '',
    answers: Object.fromEntries(Object.entries(answers).map(readAnswer)),
    files: readFiles(at(data, 'files')),
  };
}

/**
 * The text of `.golden-path.yaml` with the record of the files that belong to it; an older record is replaced.
 *
 * @public
 */
export function recordFiles(text: string, made: FileSet): string {
  const [before] = text.split(`${NOTE}\n`);
  const head = before.endsWith('\n') ? before : `${before}\n`;
  const files = [...made]
    .filter(([path]) => path !== ORIGIN_FILE)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, { bytes, executable }]): [string, string] => [
      path,
      blobId(bytes) + (executable ? EXECUTABLE : ''),
    ]);
  const list = stringify(
    { files: Object.fromEntries(files) },
    { lineWidth: 0, defaultKeyType: 'PLAIN' },
  );
  return `${head}${NOTE}\n${list}`;
}
