import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { isTrue } from '../entity/annotationValue';
import { ownKey } from '../entity/keys';
import type { EntityView } from '../entity/types';
import type { EntityIndex } from './entityIndex';
import type { ViewChange } from './types';

const PLATFORM_KEY = ownKey('platform');
/** Kinds that a component can depend on or consume, and that can therefore be offered to it. */
const OFFERABLE_KINDS: readonly string[] = ['api', 'component', 'resource'];

/** What the platform offers: entities that say so of themselves, and those that a platform Group owns. */
export class Offerings {
  /** True when a component can use one of them. */
  readonly areUsable: boolean;

  private constructor(
    private readonly platformGroups: ReadonlySet<string>,
    private readonly refs: ReadonlySet<string>,
    { views }: EntityIndex,
  ) {
    this.areUsable = [...refs].some(ref =>
      OFFERABLE_KINDS.includes(views.get(ref)?.kind ?? ''),
    );
  }

  /** @param platformGroups - references of the Groups of a platform type */
  static of(
    index: EntityIndex,
    platformGroups: ReadonlySet<string>,
  ): Offerings {
    const refs = new Set<string>();
    for (const view of index.views.values()) {
      if (isOffered(view, index, platformGroups)) refs.add(view.ref);
    }
    return new Offerings(platformGroups, refs, index);
  }

  /** Those after changes of anything but Groups, which led to the index. */
  with(changes: readonly ViewChange[], index: EntityIndex): Offerings {
    const { platformGroups } = this;
    const refs = new Set(this.refs);
    for (const { ref, view } of changes) {
      if (view && isOffered(view, index, platformGroups)) refs.add(ref);
      else refs.delete(ref);
    }
    return new Offerings(platformGroups, refs, index);
  }

  has(ref: string): boolean {
    return this.refs.has(ref);
  }
}

function isOffered(
  view: EntityView,
  { relations }: EntityIndex,
  platformGroups: ReadonlySet<string>,
): boolean {
  return (
    (platformGroups.size > 0 &&
      relations
        .targets(view.ref, RELATION_OWNED_BY)
        .some(owner => platformGroups.has(owner))) ||
    isTrue(view.read(PLATFORM_KEY))
  );
}
