import { createContext, isRegulated } from '../../checks';
import type { CheckResult, DefinitionSet } from '../../checks/types';
import { canonicalStack, type EntityView, primaryStack } from '../../entity';
import type { CatalogGraph } from '../../graph/types';
import type { Scorecard } from '../../score';
import { ciProvidersOf } from './ciProviders';

/** A runtime component that is not leaving, with what the advisor counts of it. */
export interface Service {
  view: EntityView;
  ref: string;
  production: boolean;
  owned: boolean;
  stack: string | undefined;
  ciProviders: readonly string[];
  onGoldenPath: boolean;
  /** Linked to where it runs; undefined where no check asks for that. */
  runtimeLinked: boolean | undefined;
  resources: number;
  /** Owner Groups of a team type that the graph holds. */
  teams: readonly string[];
}

const LEGACY_TAGS: readonly string[] = ['legacy', 'monolith', 'mainframe'];

export interface ServiceOptions {
  graph: CatalogGraph;
  definitions: DefinitionSet;
}

/** Reads a service; undefined for what does not run and for what is leaving. */
export function serviceOf(
  view: EntityView,
  card: Scorecard,
  { graph, definitions }: ServiceOptions,
): Service | undefined {
  if (!view.runtime || view.lifecycle === 'deprecated') {
    return undefined;
  }
  const resultOf = (id: string) =>
    card.results.find(({ check }) => check === id);
  const groups = graph
    .owners(view.ref)
    .flatMap(({ view: owner }) => (owner?.kind === 'group' ? [owner] : []));
  return {
    view,
    ref: view.ref,
    production: view.lifecycle === 'production',
    owned: groups.length > 0,
    stack: stackOf(view, resultOf('stack-declared'), definitions),
    ciProviders: ciProvidersOf(resultOf('ci-pipeline')),
    onGoldenPath: resultOf('golden-path-origin')?.status === 'pass',
    runtimeLinked: passes(resultOf('runtime-linked')),
    resources: graph
      .targets(view.ref, 'dependsOn')
      .filter(({ ref }) => ref.startsWith('resource:')).length,
    teams: groups
      .filter(({ type }) => definitions.settings.teamGroupTypes.includes(type))
      .map(({ ref }) => ref),
  };
}

function passes(result: CheckResult | undefined): boolean | undefined {
  return result && result.status === 'pass';
}

/** Whether a service is regulated, or inherits that. */
export function isRegulatedService(
  { view }: Service,
  { graph, definitions: { settings } }: ServiceOptions,
): boolean {
  // Regulation does not depend on the time.
  const context = createContext({ view, graph, settings, facts: {}, now: 0 });
  return isRegulated(view, context);
}

/** A single point, or known as legacy. */
export function isLegacy({ view }: Service): boolean {
  const redundancy = view.read('maturity/redundancy');
  return (
    (redundancy.state === 'value' &&
      redundancy.value.toLowerCase() === 'single') ||
    view.tags.some(tag => LEGACY_TAGS.includes(tag))
  );
}

/** The declared primary stack, else the one that was observed when the entity was evaluated. */
function stackOf(
  view: EntityView,
  result: CheckResult | undefined,
  { settings: { stackAliases } }: DefinitionSet,
): string | undefined {
  const declared = primaryStack(view, stackAliases)?.value;
  const observed = result?.evidence.find(
    ({ strength }) => strength === 'observed',
  )?.value;
  return (
    declared ??
    (observed === undefined
      ? undefined
      : canonicalStack(observed, stackAliases))
  );
}
