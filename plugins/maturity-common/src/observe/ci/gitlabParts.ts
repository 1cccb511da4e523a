import { isRecord } from '../../entity/fields';
import { at, entriesOf, listOf, textOf } from '../text/data';
import type { YamlDocument } from '../text/yamlText';
import { runsWhen } from './gitlabWhen';
import type { IncludedFiles } from './IncludedFiles';

/** One file of a pipeline. */
export interface Part {
  path: string;
  document: YamlDocument;
}

const MAX_PARTS = 100;
/** Parents of one job; GitLab allows eleven. */
const MAX_PARENTS = 11;

/** The map of jobs of a file, which may begin with a `spec` document of inputs. */
export function jobsDocument(
  documents: readonly YamlDocument[],
): YamlDocument | undefined {
  return documents.find(
    ({ data }) => isRecord(data) && at(data, 'spec') === undefined,
  );
}

function localPaths(include: unknown): readonly string[] {
  return listOf(include).flatMap(each => {
    const path =
      typeof each === 'string' ? each : textOf(at(each, 'local')) ?? '';
    return path === '' || /^https?:/i.test(path) ? [] : [path];
  });
}

/** What a file includes for its own jobs, and what its jobs start as child pipelines without a person. */
function includesOf(data: unknown): readonly string[] {
  const children = entriesOf(data)
    .filter(([, job]) => runsWhen(job, data).automatic)
    .flatMap(([, job]) => localPaths(at(job, 'trigger', 'include')));
  return [...localPaths(at(data, 'include')), ...children];
}

/** The files of a pipeline that are in the repository, each once; what includes comes behind what it includes. */
export function partsOf(root: Part, included: IncludedFiles): readonly Part[] {
  const parts: Part[] = [];
  const met = new Set<string>([root.path]);
  const add = (part: Part): void => {
    for (const path of includesOf(part.document.data).flatMap(each =>
      included.matching(each),
    )) {
      const document = met.has(path)
        ? undefined
        : jobsDocument(included.documents(path));
      if (document && met.size < MAX_PARTS) {
        met.add(path);
        add({ path, document });
      }
    }
    parts.push(part);
  };
  add(root);
  return parts;
}

/** The jobs and defaults of all files; a later file overwrites the keys of an earlier one. */
export function dataOf(parts: readonly Part[]): unknown {
  const merged = new Map<string, unknown>();
  for (const { document } of parts) {
    for (const [name, value] of entriesOf(document.data)) {
      const before = merged.get(name);
      merged.set(
        name,
        isRecord(before) && isRecord(value)
          ? Object.fromEntries([...entriesOf(before), ...entriesOf(value)])
          : value,
      );
    }
  }
  return Object.fromEntries(merged);
}

/** Jobs with what they inherit through `extends`; each is merged once, and a circle ends where it began. */
export function jobMerger(data: unknown): (name: string) => unknown {
  const known = new Map<string, unknown>();
  const merge = (name: string): unknown => {
    if (known.has(name)) {
      return known.get(name);
    }
    const own = at(data, name);
    known.set(name, own);
    const parents = listOf(at(own, 'extends')).slice(0, MAX_PARENTS);
    const fields = parents.flatMap(parent =>
      typeof parent === 'string' ? entriesOf(merge(parent)) : [],
    );
    const job = isRecord(own)
      ? Object.fromEntries([...fields, ...entriesOf(own)])
      : own;
    known.set(name, job);
    return job;
  };
  return merge;
}
