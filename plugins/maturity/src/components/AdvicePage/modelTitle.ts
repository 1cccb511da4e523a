import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import type { Model } from './wire';

/** A model's name: the title of its track, which the configuration may change. */
export function modelTitle(definitions: Definitions, model: Model): string {
  return definitions.tracks.find(({ id }) => id === model)?.title ?? model;
}
