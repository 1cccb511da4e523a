import { describeLoadProblem, loadCatalog } from '../load/loadCatalog';
import { folderOf } from './temporaryFolder.fixture';

/** What is loaded from a folder of these files. */
export const load = async (
  files: Record<string, string>,
  options: { paths?: string[]; context?: string[] } = {},
) => {
  const cwd = folderOf(files);
  const catalog = await loadCatalog({
    paths: options.paths ?? ['.'],
    context: options.context ?? [],
    cwd,
  });
  return {
    refs: catalog.entities.map(entity => entity.ref),
    entities: catalog.entities,
    problems: catalog.problems.map(describeLoadProblem),
    fatal: catalog.problems.some(problem => problem.fatal),
  };
};

/** The text of a Location. */
export const location = (name: string, ...targets: string[]) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: ${name}\nspec:\n  targets: ${JSON.stringify(
    targets,
  )}\n`;

/** A text as it is, a pattern as a matcher. */
export const like = (message: string | RegExp): unknown =>
  typeof message === 'string' ? message : expect.stringMatching(message);
