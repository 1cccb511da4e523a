import {
  createContext,
  hasSla,
  isMachineLearning,
  isRegulated,
} from '../../checks';
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
  sla: boolean;
  regulated: boolean;
  ml: boolean;
  /** Declared tier 1 or 2. */
  critical: boolean;
  /** A single point, or known as legacy. */
  legacy: boolean;
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
  const { settings } = definitions;
  const results = new Map(card.results.map(result => [result.check, result]));
  const groups = graph
    .owners(view.ref)
    .flatMap(({ view: owner }) => (owner?.kind === 'group' ? [owner] : []));
  return {
    view,
    ref: view.ref,
    production: view.lifecycle === 'production',
    owned: groups.length > 0,
    stack: stackOf(view, results.get('stack-declared'), definitions),
    ciProviders: ciProvidersOf(results.get('ci-pipeline')),
    sla: hasSla(view),
    // Regulation does not depend on the time.
    regulated: isRegulated(
      view,
      createContext({ view, graph, settings, facts: {}, now: 0 }),
    ),
    ml: isMachineLearning(view),
    critical: view.tier === 1 || view.tier === 2,
    legacy: isLegacy(view),
    onGoldenPath: results.get('golden-path-origin')?.status === 'pass',
    runtimeLinked: passes(results.get('runtime-linked')),
    resources: graph
      .targets(view.ref, 'dependsOn')
      .filter(({ ref }) => ref.startsWith('resource:')).length,
    teams: groups
      .filter(({ type }) => settings.teamGroupTypes.includes(type))
      .map(({ ref }) => ref),
  };
}

function passes(result: CheckResult | undefined): boolean | undefined {
  return result && result.status === 'pass';
}

function isLegacy(view: EntityView): boolean {
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
