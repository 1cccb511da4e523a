import type { EntityView } from '../../entity';
import type { CheckContext } from '../types';
import { outsidePlaces } from './outside';
import { placesOf } from './places';
import { readPlace } from './reading';
import type { Reading } from './reading';
import type { KeyTrait, Place } from './traits';

/** What the nearest place says, or the references outside the graph that could have said something before. */
export type Inherited =
  | { reading: Reading; outside?: undefined }
  | { reading?: undefined; outside: readonly string[] };

/** Reads the places from which an entity may inherit, in order; the nearest one that says anything wins. */
export function inherit(
  view: EntityView,
  options: {
    keys: readonly KeyTrait[];
    linkTypes?: readonly string[];
    inherits: readonly Place[];
    context: CheckContext;
  },
): Inherited | undefined {
  const { keys, linkTypes, context } = options;
  for (const place of options.inherits) {
    for (const holder of placesOf(view, place, context)) {
      const reading = readPlace(holder, {
        keys,
        linkTypes,
        context,
        inherited: true,
      });
      if (reading) {
        return { reading };
      }
    }
    const outside = outsidePlaces(view, place, context);
    if (outside.length > 0) {
      return { outside };
    }
  }
  return undefined;
}
