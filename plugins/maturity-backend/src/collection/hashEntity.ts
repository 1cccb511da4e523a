import { hash } from 'node:crypto';
import type { EntityView } from '@backstage-maturity/plugin-maturity-common';
import { PackedEntity } from './PackedEntity';

const known = new WeakMap<EntityView, string>();

/**
 * Hash of everything that an entity holds. The etag would be cheaper, but a source may give its
 * entities etags of its own, and then nothing is known about what they cover.
 */
export function hashEntity(view: EntityView): string {
  if (view instanceof PackedEntity) return view.hash;
  let made = known.get(view);
  if (made === undefined) {
    made = hash('sha1', JSON.stringify(view.entity), 'base64url');
    known.set(view, made);
  }
  return made;
}
