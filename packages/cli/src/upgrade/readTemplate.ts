import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  parseSemver,
  parseTemplateRef,
  parseYamlDocuments,
} from '@backstage-maturity/plugin-maturity-common';
import { at, isJsonObject, isRecord, toJson } from './data';
import { textOf } from './files';
import type { TemplateFolder } from './templateFolder';

const VERSION_KEY = 'maturity/template-version';

/** One step of a template, not rendered. */
export interface TemplateStep {
  id: string;
  action: string;
  /** Undefined when the step always runs. */
  condition: string | boolean | undefined;
  repeats: boolean;
  input: JsonObject;
}

/** A parameter that a template asks for. */
export interface TemplateParameter {
  preset: JsonValue | undefined;
  /** The values that it takes; undefined when it takes any. */
  options: readonly JsonValue[] | undefined;
  /** What a text has to look like. */
  pattern: string | undefined;
}

/** What an upgrade needs of a template. */
export interface StarterTemplate {
  /** Name of its file. */
  file: string;
  /** In full and in lower case. */
  ref: string;
  name: string;
  /** Undefined when it declares none that can be read. */
  version: string | undefined;
  steps: readonly TemplateStep[];
  /** The parameters that its form asks for, by name. */
  parameters: ReadonlyMap<string, TemplateParameter>;
  /** Parameters that it asks for in any case. */
  required: ReadonlySet<string>;
}

function textAt(value: unknown, ...keys: readonly string[]): string {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : '';
}

function readStep(value: JsonValue): TemplateStep {
  const condition = at(value, 'if');
  const input = toJson(at(value, 'input'));
  return {
    id: textAt(value, 'id'),
    action: textAt(value, 'action'),
    condition:
      typeof condition === 'string' || typeof condition === 'boolean'
        ? condition
        : undefined,
    repeats: at(value, 'each') !== undefined,
    input: isJsonObject(input) ? input : {},
  };
}

function listOf(value: unknown): readonly JsonValue[] {
  const json = toJson(value);
  if (Array.isArray(json)) {
    return json;
  }
  return json === null ? [] : [json];
}

function readParameter(schema: unknown): TemplateParameter {
  const preset = at(schema, 'default');
  const options = at(schema, 'enum');
  const pattern = at(schema, 'pattern');
  return {
    preset: preset === undefined ? undefined : toJson(preset),
    options: options === undefined ? undefined : listOf(options),
    pattern: typeof pattern === 'string' ? pattern : undefined,
  };
}

/** The properties of a form, also those that depend on others. */
function propertiesIn(value: unknown): [string, TemplateParameter][] {
  if (Array.isArray(value)) {
    return value.flatMap(propertiesIn);
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inside]) =>
    key === 'properties' && isRecord(inside)
      ? Object.entries(inside).map(
          ([name, schema]): [string, TemplateParameter] => [
            name,
            readParameter(schema),
          ],
        )
      : propertiesIn(inside),
  );
}

function readDocument(
  data: unknown,
  file: string,
): StarterTemplate | undefined {
  const name = textAt(data, 'metadata', 'name');
  const namespace = textAt(data, 'metadata', 'namespace') || 'default';
  const ref = parseTemplateRef(`template:${namespace}/${name}`);
  if (at(data, 'kind') !== 'Template' || ref === undefined) {
    return undefined;
  }
  const version = textAt(data, 'metadata', 'annotations', VERSION_KEY);
  const pages = listOf(at(data, 'spec', 'parameters'));
  const parameters = new Map<string, TemplateParameter>();
  for (const [key, parameter] of propertiesIn(pages)) {
    // Where a parameter decides about others, it stands there again, for one of its values.
    parameters.set(key, parameters.get(key) ?? parameter);
  }
  return {
    file,
    ref,
    name,
    version: parseSemver(version) ? version : undefined,
    steps: listOf(at(data, 'spec', 'steps')).map(readStep),
    parameters,
    required: new Set(
      pages.flatMap(page => listOf(at(page, 'required')).map(String)),
    ),
  };
}

/** The template in the text of a file; undefined when it holds none. */
export function readTemplate(
  bytes: Uint8Array,
  file: string,
): StarterTemplate | undefined {
  for (const document of parseYamlDocuments(textOf(bytes) ?? '')) {
    const isReadable = document.errors.length === 0;
    const data: unknown = isReadable ? document.toJS() : undefined;
    const template = readDocument(data, file);
    if (template) {
      return template;
    }
  }
  return undefined;
}

/**
 * The template with a reference, in the files at the top of a folder.
 *
 * @throws InputError when there is none, with the names of those that are there
 */
export async function findTemplate(
  folder: TemplateFolder,
  ref: string,
): Promise<StarterTemplate> {
  const others: string[] = [];
  for (const name of await folder.names()) {
    if (!/\.ya?ml$/.test(name)) {
      continue;
    }
    const template = readTemplate(await folder.read(name), name);
    if (template?.ref === ref) {
      return template;
    }
    if (template) {
      others.push(template.name);
    }
  }
  throw new InputError(
    `There is no "${ref}" in "${folder.name}", but ${
      others.length === 0 ? 'no template at all' : others.join(', ')
    }; expected the folder of the templates that made this service.`,
  );
}
