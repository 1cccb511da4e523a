import { hasSla, isMachineLearning } from '../../checks';
import type { DefinitionSet } from '../../checks/types';
import type { CatalogGraph } from '../../graph/types';
import {
  rollUp,
  type RollUpMember,
  rollUpMember,
  STAGE_TRACKS,
  type Scorecard,
} from '../../score';
import type { SignalCoverage, Signals, SignalSources } from '../types';
import { commonest } from './commonest';
import { openWorkOf } from './openWork';
import {
  isLegacy,
  isRegulatedService,
  type Service,
  serviceOf,
} from './services';
import { fanIns } from './sharing';
import { developersOf } from './teams';

/** @public */
export interface CountSignalsOptions {
  graph: CatalogGraph;
  /** What is counted: components without a scorecard are not. */
  scorecards: Iterable<Scorecard>;
  definitions: DefinitionSet;
  /** Working days until a newcomer's first change in production. */
  onboardingDays?: number | null;
}

/**
 * Counts the advisor's signals from a catalog and its scorecards, with the entities behind each. The
 * order of entities and scorecards does not matter.
 *
 * @public
 */
export function countSignals({
  graph,
  scorecards,
  definitions,
  onboardingDays = null,
}: CountSignalsOptions): { signals: Signals; sources: SignalSources } {
  const scored = Array.from(scorecards, card => {
    const view = graph.get(card.entityRef);
    return view ? [{ view, card, member: rollUpMember(view, card) }] : [];
  })
    .flat()
    .sort((a, b) => (a.member.entityRef < b.member.entityRef ? -1 : 1));
  const members = scored.map(({ member }) => member);
  const options = { graph, definitions };
  const services = scored.flatMap(
    ({ view, card }) => serviceOf(view, card, options) ?? [],
  );
  const production = services.filter(service => service.production);
  const experimental = services.filter(service => !service.production);
  const marked = (mark: (service: Service) => boolean) =>
    production.filter(mark).map(({ ref }) => ref);

  const teams = [...new Set(services.flatMap(service => service.teams))].sort();
  const hasUsers = graph.all('user').length > 0;
  const developers = developersOf(new Set(teams), graph);
  const shared = fanIns(graph);
  const critical = production.filter(isCritical);
  const legacyCritical = critical.filter(isLegacy);
  const resources = graph.all('resource');
  const tier1 = marked(({ view }) => view.tier === 1);
  const sla = marked(({ view }) => hasSla(view));
  const regulated = marked(service => isRegulatedService(service, options));
  const ml = marked(({ view }) => isMachineLearning(view));
  const mostUsed = shared.length > 0 ? shared[0].teams : 0;
  const mainCi = commonest(services.flatMap(service => service.ciProviders));

  const workLifecycle = lifecycleToWorkOn(members);
  const levels = organizationLevels(members, definitions);
  return {
    signals: {
      teams: teams.length,
      developers: hasUsers ? developers.length : null,
      services: services.length,
      productionServices: production.length,
      experimentalServices: experimental.length,
      stacks: distinct(production.flatMap(({ stack }) => stack ?? [])),
      ciProviders: distinct(services.flatMap(service => service.ciProviders)),
      maxFanInTeams: mostUsed,
      tier1Services: tier1.length,
      slaServices: sla.length,
      legacyCriticalShare: share(legacyCritical.length, critical.length),
      regulatedServices: regulated.length,
      mlServices: ml.length,
      resourceTypes: distinct(resources.flatMap(({ type }) => type || [])),
      resourcesPerService: share(
        production.reduce((sum, service) => sum + service.resources, 0),
        production.length,
      ),
      onboardingDays,
      goldenPathShare: share(
        production.filter(({ onGoldenPath }) => onGoldenPath).length,
        production.length,
      ),
      ...runtimeShareOf(production),
      levels,
    },
    sources: {
      refs: {
        services: services.map(({ ref }) => ref),
        productionServices: marked(() => true),
        experimentalShare: experimental.map(({ ref }) => ref),
        devopsLevel: members
          .filter(isDeliveryOpen)
          .map(({ entityRef }) => entityRef),
        stacks: marked(({ stack }) => stack !== undefined),
        ciProviders: services
          .filter(({ ciProviders }) => ciProviders.length > 0)
          .map(({ ref }) => ref),
        regulatedServices: regulated,
        mlServices: ml,
        maxFanInTeams: shared
          .filter(({ teams: users }) => users === mostUsed)
          .map(({ ref }) => ref),
        tier1Services: tier1,
        slaServices: sla,
        legacyCriticalShare: mostUsedFirst(legacyCritical, graph),
        teams,
        goldenPathShare: marked(({ onGoldenPath }) => !onGoldenPath),
        runtimeShare: marked(({ runtimeLinked }) => runtimeLinked === true),
        resourceTypes: resources.map(({ ref }) => ref),
        resourcesPerService: marked(service => service.resources > 0),
        onboardingDays: [],
        developers,
      },
      coverage: coverageOf(production.length > 0 ? production : services, {
        users: hasUsers,
      }),
      commonestStack: commonest(production.flatMap(({ stack }) => stack ?? [])),
      commonestResourceType: commonest(
        resources.flatMap(({ type }) => type || []),
      ),
      minorityCi: services
        .filter(({ ciProviders }) => ciProviders.some(ci => ci !== mainCi))
        .map(({ ref }) => ref),
      scored: members.map(({ entityRef }) => entityRef),
      work: openWorkOf(
        members.filter(({ lifecycle }) => lifecycle === workLifecycle),
        definitions,
      ),
      workLifecycle,
    },
  };
}

/** Declared tier 1 or 2. */
function isCritical({ view }: Service): boolean {
  return view.tier === 1 || view.tier === 2;
}

/** Nothing where no service was asked. */
function runtimeShareOf(
  production: readonly Service[],
): Pick<Signals, 'runtimeShare'> {
  const asked = production.flatMap(({ runtimeLinked }) => runtimeLinked ?? []);
  return asked.length === 0
    ? {}
    : { runtimeShare: share(asked.filter(Boolean).length, asked.length) };
}

// Before anything is in production, experiments are all that there is to improve.
function lifecycleToWorkOn(
  members: readonly RollUpMember[],
): SignalSources['workLifecycle'] {
  return members.some(({ lifecycle }) => lifecycle === 'production')
    ? 'production'
    : 'experimental';
}

function organizationLevels(
  members: readonly RollUpMember[],
  definitions: DefinitionSet,
): Signals['levels'] {
  const tracks = rollUp(members, { definitions })?.tracks ?? {};
  const levelOf = (track: (typeof STAGE_TRACKS)[number]) =>
    Object.hasOwn(tracks, track) ? tracks[track].level ?? 0 : 0;
  return {
    devops: levelOf('devops'),
    sre: levelOf('sre'),
    platform: levelOf('platform'),
  };
}

function isDeliveryOpen({ lifecycle, tracks }: RollUpMember): boolean {
  return (
    lifecycle === 'production' &&
    Object.hasOwn(tracks, 'devops') &&
    tracks.devops.next.length > 0
  );
}

function mostUsedFirst(
  services: readonly Service[],
  graph: CatalogGraph,
): string[] {
  return services
    .map(({ ref }) => ({ ref, teams: graph.consumerTeams(ref).length }))
    .sort((a, b) => b.teams - a.teams || (a.ref < b.ref ? -1 : 1))
    .map(({ ref }) => ref);
}

function coverageOf(
  services: readonly Service[],
  { users }: { users: boolean },
): SignalCoverage {
  const covered = (has: (service: Service) => boolean) =>
    share(services.filter(has).length, services.length);
  return {
    owner: covered(({ owned }) => owned),
    stack: covered(({ stack }) => stack !== undefined),
    tier: covered(({ view }) => view.tier !== undefined),
    users,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}
