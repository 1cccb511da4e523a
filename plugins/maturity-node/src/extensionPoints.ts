import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check, Track } from '@backstage-maturity/plugin-maturity-common';
import type { FactProvider } from './FactProvider';

/**
 * Adds tracks and checks that are written in code.
 *
 * @public
 */
export interface MaturityChecksExtensionPoint {
  /** Adds tracks beside `devops`, `sre` and `platform`. */
  addTracks(...tracks: Track[]): void;
  /**
   * Adds checks. Their ids must differ from all others and their tracks must exist. A check that cannot
   * be in force is left out and reported like a mistake in the configuration. Administrators can adjust
   * added checks under `maturity.checks.<id>` like built-in ones.
   */
  addChecks(...checks: Check[]): void;
}

/**
 * The extension point for tracks and checks.
 *
 * @public
 */
export const maturityChecksExtensionPoint =
  createExtensionPoint<MaturityChecksExtensionPoint>({
    id: 'maturity.checks',
  });

/**
 * Adds sources of facts.
 *
 * @public
 */
export interface MaturityFactsExtensionPoint {
  /** Throws a `ConflictError` when there is a provider with the same id. */
  addProvider(provider: FactProvider): void;
}

/**
 * The extension point for sources of facts.
 *
 * @public
 */
export const maturityFactsExtensionPoint =
  createExtensionPoint<MaturityFactsExtensionPoint>({
    id: 'maturity.facts',
  });
