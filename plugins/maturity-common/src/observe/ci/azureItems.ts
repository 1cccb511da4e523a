import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { folderOf } from '../paths';
import type { IncludedFiles } from './IncludedFiles';

export type Path = readonly (string | number)[];

/** A stage, job or step, and where it stands. */
export interface Item {
  value: unknown;
  path: Path;
  document: YamlDocument;
  /** The file of the document. */
  source: string;
}

/** A list of stages, jobs or steps. */
interface List {
  document: YamlDocument;
  path: Path;
  source: string;
}

/** Templates can use templates, and conditions can stand in conditions. */
const MAX_NESTING = 6;
const MAX_ITEMS = 2_000;

/** The path of a template of the same repository; `@` names another one. */
export function templatePath(name: string, source: string): string | undefined {
  if (name.includes('@') && !name.endsWith('@self')) {
    return undefined;
  }
  const file = name.replace(/@self$/, '');
  if (file.startsWith('/')) {
    return file.replace(/^\/+/, '');
  }
  const parts = folderOf(source).split('/').filter(Boolean);
  for (const step of file.split('/')) {
    if (step === '..') {
      parts.pop();
    } else if (step !== '.' && step !== '') {
      parts.push(step);
    }
  }
  return parts.join('/');
}

/** The items of a list, with those of conditional insertions (`${{ if ... }}:`) and of templates in their places. */
export function itemsOf(
  { document, path, source }: List,
  files: IncludedFiles,
  nesting = 0,
): readonly Item[] {
  if (nesting > MAX_NESTING) {
    return [];
  }
  return listOf(at(document.data, ...path))
    .slice(0, MAX_ITEMS)
    .flatMap((value, index) => {
      const here = [...path, index];
      const inserted = entriesOf(value)
        .filter(([key]) => key.trim().startsWith('${{'))
        .flatMap(([key]) =>
          itemsOf(
            { document, path: [...here, key], source },
            files,
            nesting + 1,
          ),
        );
      const template = textOf(at(value, 'template'));
      const own =
        template === undefined
          ? [{ value, path: here, document, source }]
          : templateItems({
              template,
              source,
              files,
              nesting,
            });
      return [...own, ...inserted];
    })
    .slice(0, MAX_ITEMS);
}

function templateItems(options: {
  template: string;
  source: string;
  files: IncludedFiles;
  nesting: number;
}): readonly Item[] {
  const { template, source, files, nesting } = options;
  const path = templatePath(template, source);
  const [document] = path === undefined ? [] : files.documents(path);
  if (path === undefined || !document) {
    return [];
  }
  return ['stages', 'jobs', 'steps']
    .filter(name => at(document.data, name) !== undefined)
    .slice(0, 1)
    .flatMap(name =>
      itemsOf({ document, path: [name], source: path }, files, nesting + 1),
    );
}
