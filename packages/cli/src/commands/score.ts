import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  closest,
  createCatalogGraph,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import type { DefinitionSet } from '@backstage-maturity/plugin-maturity-common';
import { scoreJson } from '../format/scoreJson';
import { scoreMarkdown } from '../format/scoreMarkdown';
import { scoreSarif } from '../format/scoreSarif';
import type { ScoredEntity } from '../format/ScoredEntity';
import { scoreText } from '../format/scoreText';
import { describeLoadProblem, loadCatalog } from '../load/loadCatalog';
import type { LoadedCatalog } from '../load/types';
import {
  observeRepository,
  pathsWithRepo,
} from '../repository/observeRepository';
import { createStyles } from '../terminal/styles';
import type { Terminal } from '../terminal/Terminal';
import { EXIT } from './exitCodes';
import { readDefinitions } from './definitions';
import { readNow } from './readNow';
import { readRequirements, shortfalls } from './requirements';
import type { Requirements } from './requirements';

/** More names than these are a list and no hint. */
const MOST_SUGGESTED = 3;

export interface ScoreOptions {
  context: readonly string[];
  partial: boolean;
  repo?: string;
  entity: readonly string[];
  format: 'text' | 'json' | 'markdown' | 'sarif';
  require: readonly string[];
  config?: string;
  now?: string;
  ascii: boolean;
}

/** `maturity score`. */
export async function score(
  paths: readonly string[],
  options: ScoreOptions,
  terminal: Terminal,
): Promise<number> {
  const now = options.now === undefined ? terminal.now() : readNow(options.now);
  const { definitions, faulty } = readDefinitions(options.config, terminal);
  const requirements =
    options.require.length === 0
      ? undefined
      : readRequirements(options.require.join(','), definitions.tracks);
  const catalog = await loadCatalog({
    paths: pathsWithRepo(paths, { repo: options.repo, cwd: terminal.cwd }),
    context: options.context,
    cwd: terminal.cwd,
  });
  tellProblems(catalog, terminal);

  const all = await scoreCatalog(catalog, {
    definitions,
    options,
    now,
    terminal,
  });
  const shown = limitTo(all, { refs: options.entity, catalog });
  if (all.length === 0) {
    terminal.message(
      'No component was found to score. Name catalog files, or a folder that holds some.',
    );
  }
  for (const part of render(shown, { definitions, options, terminal })) {
    terminal.out(part);
  }

  const below = requirements
    ? tellShortfalls(shown, { requirements, terminal })
    : 0;
  const nothingToRequire = requirements !== undefined && all.length === 0;
  if (
    faulty ||
    nothingToRequire ||
    catalog.problems.some(problem => problem.fatal)
  ) {
    return EXIT.unusable;
  }
  return below > 0 ? EXIT.below : EXIT.fine;
}

export function tellProblems(catalog: LoadedCatalog, terminal: Terminal): void {
  const { text } = createStyles({ colors: false, unicode: true });
  for (const problem of catalog.problems) {
    terminal.message(text(describeLoadProblem(problem), 600));
  }
}

async function scoreCatalog(
  catalog: LoadedCatalog,
  settings: {
    definitions: DefinitionSet;
    options: ScoreOptions;
    now: number;
    terminal: Terminal;
  },
): Promise<ScoredEntity[]> {
  const { definitions, options, now, terminal } = settings;
  const places = new Map(catalog.entities.map(loaded => [loaded.ref, loaded]));
  const graph = createCatalogGraph(
    catalog.entities.map(({ entity }) => entity),
    {
      partial: options.partial,
      platformGroupTypes: definitions.settings.platformGroupTypes,
      stackAliases: definitions.settings.stackAliases,
    },
  );
  const repository = await observeRepository(options.repo, terminal);
  const { repo } = options;
  if (
    repo !== undefined &&
    !catalog.entities.some(
      ({ scored: isScored, path }) => isScored && repository.factsFor(path),
    )
  ) {
    terminal.message(
      `No entity that is scored is defined at the root of "${repo}", so its files say nothing about any.`,
    );
  }
  const scored: ScoredEntity[] = [];
  const cards = scoreAll(graph, definitions, {
    now,
    only: view => places.get(view.ref)?.scored === true,
    factsFor: view => repository.factsFor(places.get(view.ref)?.path),
  });
  for (const { view, card } of cards) {
    const place = places.get(view.ref);
    if (place) {
      scored.push({
        card,
        title: view.title,
        file: place.file,
        line: place.line,
      });
    }
  }
  return scored;
}

function limitTo(
  all: readonly ScoredEntity[],
  options: { refs: readonly string[]; catalog: LoadedCatalog },
): readonly ScoredEntity[] {
  const { refs, catalog } = options;
  if (refs.length === 0) {
    return all;
  }
  const wanted = new Set<string>();
  for (const text of refs) {
    const ref = readReference(text);
    if (!all.some(({ card }) => card.entityRef === ref)) {
      const isKnown = catalog.entities.some(loaded => loaded.ref === ref);
      const why = isKnown
        ? 'is not a component that is scored'
        : 'is not defined in the files that were read';
      const hint = nearestEntities(
        ref,
        all.map(({ card }) => card.entityRef),
      );
      throw new InputError(
        `--entity "${text}": "${ref}" ${why}. ${hint}`.trim(),
      );
    }
    wanted.add(ref);
  }
  return all.filter(({ card }) => wanted.has(card.entityRef));
}

/** Entities of nearly this name, each as `--entity` takes it. */
function nearestEntities(ref: string, scored: readonly string[]): string {
  const near = closest(nameOf(ref), new Set(scored.map(nameOf)));
  const refs = near
    .flatMap(name => scored.filter(each => nameOf(each) === name))
    .slice(0, MOST_SUGGESTED)
    .map(each => each.replace(/^component:(?:default\/)?/, ''));
  return refs.length > 0 ? `Did you mean ${refs.join(' or ')}?` : '';
}

function nameOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function readReference(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `--entity "${text}" is not an entity reference; expected "[kind:][namespace/]name".`,
    );
  }
}

function render(
  scored: readonly ScoredEntity[],
  settings: {
    definitions: DefinitionSet;
    options: ScoreOptions;
    terminal: Terminal;
  },
): Iterable<string> {
  const { definitions, options, terminal } = settings;
  switch (options.format) {
    case 'text':
      return [
        scoreText(scored, {
          definitions,
          styles: createStyles({
            colors: terminal.colors,
            unicode: terminal.unicode && !options.ascii,
          }),
          columns: terminal.columns,
        }),
      ];
    case 'json':
      return scoreJson(scored, definitions);
    case 'markdown':
      return [scoreMarkdown(scored, definitions, { unicode: !options.ascii })];
    case 'sarif':
      return [scoreSarif(scored, definitions)];
    default: {
      const never: never = options.format;
      throw new InputError(`--format "${String(never)}" is not known.`);
    }
  }
}

function tellShortfalls(
  scored: readonly ScoredEntity[],
  options: { requirements: Requirements; terminal: Terminal },
): number {
  const { requirements, terminal } = options;
  const below = shortfalls(
    scored.map(({ card }) => card),
    requirements,
  );
  for (const { entityRef, track, level, needed, required } of below) {
    const held =
      needed < required
        ? ` (${required} was required; ${needed} is the highest that applies to it)`
        : '';
    terminal.message(
      `${entityRef}: ${track} has reached level ${level}, and level ${needed} is required${held}.`,
    );
  }
  return below.length;
}
