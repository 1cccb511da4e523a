import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import {
  BUILT_IN_CHECKS,
  type ConfigProblem,
  createDefinitionSet,
  type DefinitionSet,
  parseDeclareAnnotations,
  parseLocalRoot,
  parseOnboardingDays,
  parseThresholds,
  type Thresholds,
  type Track,
} from '@backstage-maturity/plugin-maturity-common';
import type { Contributions } from './Contributions';
import { type BadgesConfig, readBadgesConfig } from './readBadgesConfig';
import { integrationHosts } from './integrationHosts';
import { type HistoryConfig, readHistoryConfig } from './readHistoryConfig';
import { readRefreshConfig, type RefreshConfig } from './readRefreshConfig';
import {
  readRepositoryConfig,
  type RepositoryConfig,
} from './readRepositoryConfig';
import { readSweepConfig, type SweepConfig } from './readSweepConfig';

/** What the backend reads of the configuration under `maturity`. */
export interface MaturityConfig {
  definitions: DefinitionSet;
  sweep: SweepConfig;
  refresh: RefreshConfig;
  history: HistoryConfig;
  badges: BadgesConfig;
  repository: RepositoryConfig;
  advisor: { thresholds: Thresholds; onboardingDays: number | null };
  /** Title of the whole organization. */
  organization: string;
  /** Every mistake in the configuration. */
  problems: readonly ConfigProblem[];
}

// Tracks of modules come first, so that the configuration can give them other words.
function withTracks(config: unknown, tracks: readonly Track[]): unknown {
  if (!tracks.length) return config;
  const added = tracks.map(({ id, title, purpose, levels }) => ({
    id,
    title,
    ...(purpose ? { purpose } : {}),
    levels,
  }));
  if (typeof config !== 'object' || config === null) return { tracks: added };
  const own: unknown = 'tracks' in config ? config.tracks : undefined;
  return {
    ...config,
    tracks: Array.isArray(own) ? [...added, ...own] : own ?? added,
  };
}

// Asking the configuration for a key below something that is no object throws.
function valueAt(
  section: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return typeof section === 'object' &&
    section !== null &&
    !Array.isArray(section) &&
    Object.hasOwn(section, key)
    ? section[key]
    : undefined;
}

/**
 * Reads everything under `maturity`. Never throws: whatever is wrong is listed in `problems` and has its
 * default in force, because a mistake in a scorecard must not keep a portal from starting.
 */
export function readMaturityConfig(
  config: RootConfigService,
  contributions: Contributions,
): MaturityConfig {
  const section = config.getOptional('maturity');
  const definitions = createDefinitionSet(
    withTracks(section, contributions.tracks),
    { checks: [...BUILT_IN_CHECKS, ...contributions.checks] },
  );
  const { sweep, problems: sweepProblems } = readSweepConfig(
    valueAt(section, 'sweep'),
  );
  const { refresh, problems: refreshProblems } = readRefreshConfig(
    valueAt(section, 'refresh'),
  );
  const { history, problems: historyProblems } = readHistoryConfig(
    valueAt(section, 'history'),
  );
  const { badges, problems: badgeProblems } = readBadgesConfig(
    valueAt(section, 'badges'),
  );
  const { root, problems: localProblems } = parseLocalRoot(section);
  const { repository, problems: repositoryProblems } = readRepositoryConfig(
    valueAt(section, 'repository'),
    { root, hosts: integrationHosts(config) },
  );
  const { thresholds, problems: thresholdProblems } = parseThresholds(
    valueAt(section, 'advisor'),
  );
  const { onboardingDays, problems: onboardingProblems } = parseOnboardingDays(
    valueAt(section, 'onboardingDays'),
  );
  const name = valueAt(config.getOptional('organization'), 'name');
  return {
    definitions,
    sweep,
    refresh,
    history,
    badges,
    repository,
    advisor: { thresholds, onboardingDays },
    organization: typeof name === 'string' && name ? name : 'Organization',
    problems: [
      ...definitions.problems,
      ...sweepProblems,
      ...refreshProblems,
      ...historyProblems,
      ...badgeProblems,
      ...localProblems,
      ...repositoryProblems,
      // The module of the catalog reads it, but here everything that is wrong is together.
      ...parseDeclareAnnotations(section).problems,
      ...thresholdProblems,
      ...onboardingProblems,
    ],
  };
}
