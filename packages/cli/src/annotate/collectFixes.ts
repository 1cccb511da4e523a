import { realpathSync } from 'node:fs';
import {
  createCatalogGraph,
  fixFor,
  lintCatalog,
  scoreAll,
} from '@backstage-maturity/plugin-maturity-common';
import type {
  Change,
  DefinitionSet,
  Fix,
  FixForm,
} from '@backstage-maturity/plugin-maturity-common';
import type { LoadedCatalog } from '../load/types';
import type { ObservedRepository } from '../repository/observeRepository';

/** A change that a machine knows, and where it is made. */
export interface KnownFix {
  /** Absolute path of the file. */
  path: string;
  entityRef: string;
  change: Change;
  /** Line (from 1) of the value that is only written wrongly. */
  line?: number;
}

/** Values that only a person knows. */
export interface OpenForm {
  file: string;
  form: FixForm;
}

export interface Fixes {
  known: readonly KnownFix[];
  open: readonly OpenForm[];
}

/** Changes of one entity that would undo each other: the first one stays. */
function isSameSubject(one: KnownFix, other: KnownFix): boolean {
  return (
    one.entityRef === other.entityRef &&
    one.path === other.path &&
    subject(one.change) === subject(other.change)
  );
}

function subject(change: Change): string {
  switch (change.do) {
    case 'set-annotation':
    case 'remove-annotation':
      return `annotation ${change.key}`;
    case 'set-field':
    case 'remove-field':
      return `field ${change.path.join('.')}`;
    case 'set-link':
    case 'remove-link':
    case 'add-tag':
    case 'remove-tag':
      return JSON.stringify(change);
    default: {
      const never: never = change;
      return never;
    }
  }
}

export function withoutRepetitions(known: readonly KnownFix[]): KnownFix[] {
  return known.filter(
    (each, index) =>
      !known.slice(0, index).some(earlier => isSameSubject(earlier, each)),
  );
}

/** Values that are only written wrongly, also those for which the catalog rejects the entity. */
export function repairsIn(
  path: string,
  text: string,
  options: { now: number; checkIds: ReadonlySet<string> },
): KnownFix[] {
  const real = realpathSync(path);
  return lintCatalog(text, options).flatMap(({ entityRef, repair, place }) =>
    entityRef === undefined || repair === undefined
      ? []
      : [{ path: real, entityRef, change: repair, line: place.line }],
  );
}

/** The fixes of what fails or is unknown in a catalog, of all checks or of some. */
export function collectFixes(
  catalog: LoadedCatalog,
  options: {
    definitions: DefinitionSet;
    now: number;
    partial: boolean;
    /** Empty for all. */
    checks: readonly string[];
    repository: ObservedRepository;
  },
): Fixes {
  const { definitions, now, partial, checks, repository } = options;
  const { platformGroupTypes, stackAliases } = definitions.settings;
  const places = new Map(catalog.entities.map(each => [each.ref, each]));
  const graph = createCatalogGraph(
    catalog.entities.map(({ entity }) => entity),
    { partial, platformGroupTypes, stackAliases },
  );
  const cards = scoreAll(graph, definitions, {
    now,
    only: view => places.get(view.ref)?.scored === true,
    factsFor: view => repository.factsFor(places.get(view.ref)?.path),
  });
  const known: KnownFix[] = [];
  const open: OpenForm[] = [];
  for (const { view, card } of cards) {
    const place = places.get(view.ref);
    const wanted = card.results.filter(
      ({ check }) => checks.length === 0 || checks.includes(check),
    );
    for (const result of place ? wanted : []) {
      const fix: Fix | undefined = fixFor(view, result, graph);
      if (fix?.kind === 'changes' && place) {
        const { changes, entity: entityRef } = fix;
        const path = realpathSync(place.path);
        known.push(...changes.map(change => ({ path, entityRef, change })));
      } else if (fix?.kind === 'form' && place) {
        open.push({ file: place.file, form: fix });
      }
    }
  }
  return { known: withoutRepetitions(known), open };
}
