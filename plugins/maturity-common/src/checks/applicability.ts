import { API_LIKE_TYPES, isTrue } from '../entity';
import type { EntityView, Tier } from '../entity';
import { isShared, isSharedLibrary } from '../graph';
import type { CatalogGraph } from '../graph/types';
import { shown } from './engine/evidence';
import { placesOf, targetsOf } from './engine/places';
import type { NotApplicableReason } from './reasons';
import type {
  CheckContext,
  CheckDefinition,
  NotApplicable,
  ReasonDetails,
  Settings,
} from './types';

/**
 * Where a built-in check applies.
 *
 * @public
 */
export type ApplicabilityCode =
  | 'ALL'
  | 'CODE'
  | 'CODE*'
  | 'RUN'
  | 'API'
  | 'T123'
  | 'T12'
  | 'T1'
  | 'T12 or shared library'
  | 'REG'
  | 'ML'
  | 'SLA'
  | 'HAS-RESOURCES';

/**
 * Only Components are scored.
 *
 * @public
 */
export function isScored(view: EntityView): boolean {
  return view.kind === 'component';
}

/**
 * True when the entity carries a service level agreement, even one that nobody filled in yet.
 *
 * @public
 */
export function hasSla(view: EntityView): boolean {
  const { state } = view.read('maturity/sla');
  return state === 'value' || state === 'placeholder';
}

/**
 * The tier for applicability: the declared or default one, and at least as critical as 2 when shared or under an SLA.
 *
 * @public
 */
export function effectiveTier(options: {
  view: EntityView;
  graph: CatalogGraph;
  settings: Settings;
}): Tier {
  const { view, graph, settings } = options;
  const tier = view.tier ?? settings.defaultTier;
  return tier > 2 && (hasSla(view) || isShared(graph, view.ref)) ? 2 : tier;
}

/**
 * True for a type `ml-*` or `model`, or a tag `ml` or `mlops`.
 *
 * @public
 */
export function isMachineLearning(view: EntityView): boolean {
  return (
    view.type.startsWith('ml-') ||
    view.type === 'model' ||
    view.tags.includes('ml') ||
    view.tags.includes('mlops')
  );
}

const COMPLIANCE_KEY = 'maturity/compliance';
const REGULATED_FROM = ['system', 'domain', 'owner'] as const;

/**
 * True for a regulated tag or `maturity/compliance`, on the entity or the nearest place that says anything about it.
 *
 * @public
 */
export function isRegulated(view: EntityView, context: CheckContext): boolean {
  const { regulatedTags } = context.settings;
  const says = (holder: EntityView): boolean | undefined => {
    if (holder.tags.some(tag => regulatedTags.includes(tag))) {
      return true;
    }
    const { state } = holder.read(COMPLIANCE_KEY);
    if (state === 'value') {
      return true;
    }
    // A placeholder says nothing: the next place may.
    return state === 'negative' ? false : undefined;
  };
  const own = says(view);
  if (own !== undefined) {
    return own;
  }
  for (const place of REGULATED_FROM) {
    for (const holder of placesOf(view, place, context)) {
      const inherited = says(holder);
      if (inherited !== undefined) {
        return inherited;
      }
    }
  }
  return false;
}

/** References of the Resources that an entity depends on, in the catalog or not. */
export function dependsOnResource(
  view: EntityView,
  context: CheckContext,
): boolean {
  return targetsOf(view, 'dependsOn', context).some(({ ref }) =>
    ref.startsWith('resource:'),
  );
}

// Shared and frozen, so that the engine can share the results that they lead to.
function no(
  reason: NotApplicableReason,
  details?: ReasonDetails,
): NotApplicable {
  return Object.freeze(
    details ? { reason, details: Object.freeze(details) } : { reason },
  );
}

const NOT_A_COMPONENT = no('not-a-component');
const EXPERIMENTAL = no('experimental');
const DEPRECATED = no('deprecated');
const DOCUMENTATION = no('documentation');
const NO_API = no('no-api');
const NOT_REGULATED = no('not-regulated');
const NOT_ML = no('not-ml');
const NO_SLA = no('no-sla');
const NO_RESOURCES = no('no-resources');
const NOT_SHARED = no('not-shared');

/** Most types that a reason remembers: they are text of users, and the memory must not grow with them. */
const MOST_TYPES = 100;

function perType(
  reason: 'not-runtime' | 'not-api',
): (type: string) => NotApplicable {
  const made = new Map<string, NotApplicable>();
  return type => {
    const known = made.get(type);
    if (known) {
      return known;
    }
    const answer = no(reason, { type: shown(type) });
    if (made.size < MOST_TYPES) {
      made.set(type, answer);
    }
    return answer;
  };
}

const notRuntime = perType('not-runtime');
const notApi = perType('not-api');

const BEYOND = {
  1: [2, 3, 4].map(tier => no('tier', { tier, tiers: ['1'] })),
  2: [3, 4].map(tier => no('tier', { tier, tiers: ['1', '2'] })),
  3: [4].map(tier => no('tier', { tier, tiers: ['1', '2', '3'] })),
} as const;

function upTo(
  limit: 1 | 2 | 3,
  view: EntityView,
  context: CheckContext,
): NotApplicable | undefined {
  const { effectiveTier: tier } = context;
  if (!view.runtime) {
    return notRuntime(view.type);
  }
  return tier <= limit ? undefined : BEYOND[limit][tier - limit - 1];
}

function byCode(
  code: ApplicabilityCode,
  view: EntityView,
  context: CheckContext,
): NotApplicable | undefined {
  switch (code) {
    case 'ALL':
      return undefined;
    case 'CODE':
    case 'CODE*':
      return view.type === 'documentation' ? DOCUMENTATION : undefined;
    case 'RUN':
      return view.runtime ? undefined : notRuntime(view.type);
    case 'API':
      if (!view.runtime) {
        return notRuntime(view.type);
      }
      if (!API_LIKE_TYPES.has(view.type)) {
        return notApi(view.type);
      }
      return isTrue(view.read('maturity/no-api')) ? NO_API : undefined;
    case 'T123':
      return upTo(3, view, context);
    case 'T12':
      return upTo(2, view, context);
    case 'T1':
      return upTo(1, view, context);
    case 'T12 or shared library':
      if (view.runtime) {
        return upTo(2, view, context);
      }
      return isSharedLibrary(context.graph, view) ? undefined : NOT_SHARED;
    case 'REG':
      return isRegulated(view, context) ? undefined : NOT_REGULATED;
    case 'ML':
      return isMachineLearning(view) ? undefined : NOT_ML;
    case 'SLA':
      return upTo(2, view, context) ?? (hasSla(view) ? undefined : NO_SLA);
    case 'HAS-RESOURCES':
      if (!view.runtime) {
        return notRuntime(view.type);
      }
      return dependsOnResource(view, context) ? undefined : NO_RESOURCES;
    default: {
      const unreachable: never = code;
      return unreachable;
    }
  }
}

/** Codes that hold in every lifecycle. */
const ANY_LIFECYCLE: readonly ApplicabilityCode[] = ['ALL', 'CODE*'];
/** Codes that still hold for what is leaving: they ask nothing about a tier. */
const WHILE_LEAVING: readonly ApplicabilityCode[] = ['ALL', 'CODE*', 'RUN'];

/**
 * Tells why a check does not apply to an entity. What is experimental answers only for the first
 * level, and not for reliability; what is deprecated answers for what the first level asks of every
 * tier.
 */
export function applicability(options: {
  code: ApplicabilityCode;
  definition: Pick<CheckDefinition, 'level' | 'track'>;
}): (view: EntityView, context: CheckContext) => NotApplicable | undefined {
  const { code, definition } = options;
  const first = definition.level === 1;
  const whileExperimental =
    first && definition.track !== 'sre' && ANY_LIFECYCLE.includes(code);
  const whileDeprecated = first && WHILE_LEAVING.includes(code);
  return (view, context) => {
    if (!isScored(view)) {
      return NOT_A_COMPONENT;
    }
    if (view.lifecycle === 'experimental' && !whileExperimental) {
      return EXPERIMENTAL;
    }
    if (view.lifecycle === 'deprecated' && !whileDeprecated) {
      return DEPRECATED;
    }
    return byCode(code, view, context);
  };
}
