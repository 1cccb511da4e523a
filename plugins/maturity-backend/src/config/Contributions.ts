import type { Check, Track } from '@backstage-maturity/plugin-maturity-common';
import type { MaturityChecksExtensionPoint } from '@backstage-maturity/plugin-maturity-node';

/** Tracks and checks that modules have added before the plugin starts. */
export class Contributions implements MaturityChecksExtensionPoint {
  readonly tracks: Track[] = [];
  readonly checks: Check[] = [];

  addTracks(...tracks: Track[]): void {
    this.tracks.push(...tracks);
  }

  addChecks(...checks: Check[]): void {
    this.checks.push(...checks);
  }
}
