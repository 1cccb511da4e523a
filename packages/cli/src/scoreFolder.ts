import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  createCatalogGraph,
  type DefinitionSet,
  observe,
  type Scorecard,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import { describeLoadProblem, loadCatalog } from './load/loadCatalog';
import { readFileTree } from './repository/fileTree';

/**
 * Scores the entities whose catalog files lie in a folder that holds one repository, with the files of the
 * folder as observed facts for those that are defined at its top.
 *
 * @param options - `context` are entities around them, such as owners; one that the folder defines as
 *   well is taken from the folder. `now` is in epoch milliseconds.
 * @returns scorecards in order of reference, and a sentence for each mistake in the files
 * @throws InputError when there is no such folder
 *
 * @public
 */
export async function scoreFolder(options: {
  folder: string;
  context: readonly Entity[];
  definitions: DefinitionSet;
  now: number;
}): Promise<{
  scorecards: readonly Scorecard[];
  problems: readonly string[];
}> {
  const { context, definitions, now } = options;
  const folder = realpathSync(options.folder);
  const facts = await observe(readFileTree(folder));
  const loaded = await loadCatalog({ paths: ['.'], context: [], cwd: folder });
  const own = new Map(loaded.entities.map(each => [each.ref, each]));
  const around = context.filter(
    entity => !own.has(stringifyEntityRef(entity).toLowerCase()),
  );
  const graph = createCatalogGraph(
    [...loaded.entities.map(({ entity }) => entity), ...around],
    {
      platformGroupTypes: definitions.settings.platformGroupTypes,
      stackAliases: definitions.settings.stackAliases,
    },
  );
  const cards = scoreAll(graph, definitions, {
    now,
    only: view => own.has(view.ref),
    factsFor: view => {
      const path = own.get(view.ref)?.path;
      return path !== undefined && dirname(path) === folder
        ? { repository: facts }
        : undefined;
    },
  });
  return {
    scorecards: [...cards].map(({ card }) => card),
    problems: [
      ...loaded.problems.map(describeLoadProblem),
      ...facts.problems.map(({ source, message }) => `${source}: ${message}`),
    ],
  };
}
