import { posix } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isJsonObject } from './data';
import {
  type FileContent,
  type FileSet,
  requireSafePath,
  textOf,
} from './files';
import { ORIGIN_FILE, recordFiles } from './origin';
import type { StarterTemplate, TemplateStep } from './readTemplate';
import { ServiceRenderer } from './renderer';
import { generateSloFiles, SLO_PLACES } from './sloFiles';
import type { TemplateFolder } from './templateFolder';

/** Actions after which the files are as they were before. */
const WITHOUT_FILES =
  /^(?:publish:.*|maturity:publish:local|maturity:score|catalog:(?:fetch|register)|debug:.*|github:.*|gitlab:.*)$/;
const LAYER_INPUT = new Set([
  'url',
  'values',
  'targetPath',
  'templateFileExtension',
  'replace',
  'trimBlocks',
  'lstripBlocks',
]);

export interface RenderServiceOptions {
  folder: TemplateFolder;
  template: StarterTemplate;
  answers: JsonObject;
  portal: string;
  signal?: AbortSignal;
}

interface Step {
  named: string;
  input: JsonObject;
}

function textIn(step: Step, key: string): string | undefined {
  const value = step.input[key];
  if (value === undefined || typeof value === 'string') {
    return value;
  }
  throw new InputError(
    `${step.named} has the input "${key}" with ${JSON.stringify(
      value,
    )}; a text was expected.`,
  );
}

function placeOf(step: Step, path: string): string {
  return requireSafePath(posix.normalize(path), step.named);
}

function extensionOf(step: Step): string {
  const given = step.input.templateFileExtension;
  if (given === true) {
    return '.njk';
  }
  if (typeof given !== 'string' || given === '') {
    throw new InputError(
      `${step.named} has no "templateFileExtension"; an upgrade can only render layers that have one.`,
    );
  }
  return given.startsWith('.') ? given : `.${given}`;
}

async function renderLayer(
  step: Step,
  {
    folder,
    renderer,
    files,
  }: {
    folder: TemplateFolder;
    renderer: ServiceRenderer;
    files: Map<string, FileContent>;
  },
): Promise<void> {
  const other = Object.keys(step.input).find(key => !LAYER_INPUT.has(key));
  const url = textIn(step, 'url');
  if (other !== undefined || url === undefined) {
    throw new InputError(
      `${step.named} has ${
        other === undefined ? 'no "url"' : `the input "${other}"`
      }, which an upgrade cannot render.`,
    );
  }
  const extension = extensionOf(step);
  const render = renderer.layer(step.input.values ?? {}, {
    trimBlocks: step.input.trimBlocks === true,
    lstripBlocks: step.input.lstripBlocks === true,
  });
  const below = textIn(step, 'targetPath') ?? '.';
  const layer = await folder.layer(url);
  for (const path of [...layer.keys()].sort()) {
    const isRendered = posix.extname(path) === extension;
    const name = render(isRendered ? path.slice(0, -extension.length) : path);
    // The scaffolder leaves out what has an empty part in its rendered name.
    if (name === '' || name.startsWith('/') || name.includes('//')) {
      continue;
    }
    const place = placeOf(step, posix.join(below, name));
    const content = layer.get(path);
    if (!content || (files.has(place) && step.input.replace !== true)) {
      continue;
    }
    files.set(
      place,
      isRendered ? rendered(content, { path, render, step }) : content,
    );
  }
}

function rendered(
  { bytes, executable }: FileContent,
  options: { path: string; render: (text: string) => string; step: Step },
): FileContent {
  const { path, render, step } = options;
  const text = textOf(bytes);
  if (text === undefined) {
    throw new InputError(
      `${step.named} renders "${path}", which is no text in UTF-8.`,
    );
  }
  try {
    return { bytes: Buffer.from(render(text)), executable };
  } catch (error) {
    throw new InputError(
      `${step.named} cannot render "${path}": ${
        isError(error) ? error.message : error
      }`,
    );
  }
}

function generate(step: Step, files: Map<string, FileContent>): void {
  const number = (value: JsonValue | undefined) =>
    typeof value === 'number' ? value : undefined;
  const input = {
    file: textIn(step, 'file'),
    rules: textIn(step, 'rules'),
    tests: textIn(step, 'tests'),
    dashboard: textIn(step, 'dashboard'),
    runbookUrl: textIn(step, 'runbookUrl'),
    grafanaUrl: textIn(step, 'grafanaUrl'),
    windowDays: number(step.input.windowDays),
    signals: step.input.signals === true,
  };
  const source = placeOf(step, input.file ?? SLO_PLACES.file);
  const text = textOf(files.get(source)?.bytes ?? Buffer.of(0));
  if (text === undefined) {
    throw new InputError(`${step.named} finds no text in "${source}".`);
  }
  for (const { file, content } of generateSloFiles(text, input).files) {
    const bytes = Buffer.from(content);
    files.set(placeOf(step, file), { bytes, executable: false });
  }
}

/** What the scaffolder knew when it ran, and nobody knows afterwards. */
const FORGOTTEN =
  /\$\{\{(?:(?!\}\}).)*?(?<![\w.'"])(user|secrets|environment|steps|context)\b *[.[]/s;

function refuseForgotten(step: TemplateStep, named: string): void {
  const { condition, input } = step;
  const [, what] = FORGOTTEN.exec(JSON.stringify([condition, input])) ?? [];
  if (what !== undefined) {
    throw new InputError(
      `${named} uses "${what}", which only the scaffolder knows; expected parameters alone.`,
    );
  }
}

/** Repeats one step; files that others made before are in `files`. */
async function repeat(
  step: TemplateStep,
  context: {
    folder: TemplateFolder;
    renderer: ServiceRenderer;
    files: Map<string, FileContent>;
    template: StarterTemplate;
  },
): Promise<void> {
  const { renderer, files, template } = context;
  const named = `The step "${step.id}" of "${template.name}"`;
  if (WITHOUT_FILES.test(step.action)) {
    return;
  }
  if (step.repeats) {
    throw new InputError(`${named} has "each", which no upgrade can repeat.`);
  }
  refuseForgotten(step, named);
  if (!renderer.holds(step.condition)) {
    return;
  }
  const input = renderer.input(step.input);
  const ready = { named, input: isJsonObject(input) ? input : {} };
  switch (step.action) {
    case 'fetch:template':
      await renderLayer(ready, context);
      return;
    case 'maturity:slo:generate':
      generate(ready, files);
      return;
    case 'maturity:origin:record':
      // Done for every service at the end.
      return;
    default:
      throw new InputError(
        `${named} uses the action "${step.action}", which no upgrade can repeat; expected fetch:template and maturity:slo:generate for all files.`,
      );
  }
}

/**
 * The files that a template makes of answers, byte for byte those of the scaffolder.
 *
 * @throws InputError when the template does what only the scaffolder can do, or makes no `.golden-path.yaml`
 */
export async function renderService(
  options: RenderServiceOptions,
): Promise<FileSet> {
  const { folder, template, answers, portal, signal } = options;
  const renderer = new ServiceRenderer(portal, answers);
  const files = new Map<string, FileContent>();
  for (const step of template.steps) {
    signal?.throwIfAborted();
    await repeat(step, { folder, renderer, files, template });
  }
  const origin = files.get(ORIGIN_FILE);
  if (!origin) {
    throw new InputError(
      `The template "${template.name}" of "${folder.name}" makes no "${ORIGIN_FILE}"; expected one of the golden paths.`,
    );
  }
  const bytes = Buffer.from(recordFiles(String(origin.bytes), files));
  return files.set(ORIGIN_FILE, { ...origin, bytes });
}
