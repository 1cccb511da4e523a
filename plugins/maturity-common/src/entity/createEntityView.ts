import type { Entity } from '@backstage/catalog-model';
import { readAnnotationValue, placeholderKind } from './annotationValue';
import { isHttpUrl } from './addresses';
import { isRuntimeType, parseLifecycle, parseTier } from './classification';
import { field, isRecord, list, text } from './fields';
import { ANNOTATION_PREFIX } from './prefix';
import { canonicalRef } from './references';
import type {
  AnnotationValue,
  EntityView,
  Lifecycle,
  Tier,
  TypedLink,
} from './types';

const NOTHING: ReadonlyMap<string, unknown> = new Map();

const TIER_KEY = `${ANNOTATION_PREFIX}tier`;

function mapOf(written: unknown): ReadonlyMap<string, unknown> {
  if (!isRecord(written)) return NOTHING;
  const map = new Map<string, unknown>();
  for (const key of Object.keys(written)) map.set(key, written[key]);
  return map;
}

const NO_TAGS: readonly string[] = [];

function tagsOf(written: unknown): readonly string[] {
  const tags = list(written);
  return tags.length === 0
    ? NO_TAGS
    : tags.map(tag => text(tag).toLowerCase()).filter(tag => tag !== '');
}

/**
 * Ten thousand of these live at once and most checks look at few fields of each, so everything but
 * the reference is parsed when first asked for.
 */
class ParsedEntity implements EntityView {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  private written: ReadonlyMap<string, unknown> | undefined;
  private readonly values = new Map<string, AnnotationValue>();
  private parsedLifecycle: ReturnType<typeof parseLifecycle> | undefined;
  private parsedTier:
    | { word: EntityView['tierWord']; tier: Tier | undefined }
    | undefined;
  private parsedTags: readonly string[] | undefined;
  private parsedLinks: ReadonlyMap<string, readonly TypedLink[]> | undefined;
  private parsedType: string | undefined;

  constructor(readonly entity: Entity) {
    this.kind = text(field(entity, 'kind')).toLowerCase();
    this.namespace = text(field(entity, 'metadata', 'namespace')) || 'default';
    this.name = text(field(entity, 'metadata', 'name'));
    this.ref = canonicalRef(this.kind, this.namespace, this.name);
  }

  get title(): string {
    return (
      text(field(this.entity, 'metadata', 'title')) ||
      text(field(this.entity, 'spec', 'profile', 'displayName')) ||
      this.name
    );
  }

  get type(): string {
    this.parsedType ??= text(field(this.entity, 'spec', 'type')).toLowerCase();
    return this.parsedType;
  }

  get runtime(): boolean {
    return isRuntimeType(this.type);
  }

  get lifecycle(): Lifecycle {
    return this.readLifecycle().lifecycle;
  }

  get lifecycleWord(): { raw: string; known: boolean } {
    return this.readLifecycle().word;
  }

  get tier(): Tier | undefined {
    return this.readTier().tier;
  }

  get tierWord(): { raw: string; source: string } | undefined {
    return this.readTier().word;
  }

  get tags(): readonly string[] {
    this.parsedTags ??= tagsOf(field(this.entity, 'metadata', 'tags'));
    return this.parsedTags;
  }

  // Hardly two entities carry the same annotations, and objects of thousands of shapes are slow to look into.
  get annotations(): ReadonlyMap<string, unknown> {
    if (!this.written) {
      this.written = mapOf(field(this.entity, 'metadata', 'annotations'));
    }
    return this.written;
  }

  read(key: string): AnnotationValue {
    const raw = this.annotations.get(key);
    // Absence is the commonest answer and the cheapest to find again: keeping it would cost more memory than time.
    if (raw === undefined) {
      return { state: 'absent', key };
    }
    let value = this.values.get(key);
    if (!value) {
      value = readAnnotationValue(key, raw);
      this.values.set(key, value);
    }
    return value;
  }

  links(type: string): readonly TypedLink[] {
    this.parsedLinks ??= this.readLinks();
    return this.parsedLinks.get(type.trim().toLowerCase()) ?? [];
  }

  private readLifecycle(): ReturnType<typeof parseLifecycle> {
    this.parsedLifecycle ??= parseLifecycle(
      field(this.entity, 'spec', 'lifecycle'),
    );
    return this.parsedLifecycle;
  }

  private readTier(): NonNullable<typeof this.parsedTier> {
    if (!this.parsedTier) {
      const word = this.readTierWord();
      this.parsedTier = { word, tier: word && parseTier(word.raw) };
    }
    return this.parsedTier;
  }

  private readTierWord(): EntityView['tierWord'] {
    const written = [
      {
        source: TIER_KEY,
        value: readAnnotationValue(TIER_KEY, this.annotations.get(TIER_KEY)),
      },
      {
        source: `metadata.labels[${TIER_KEY}]`,
        value: readAnnotationValue(
          TIER_KEY,
          field(this.entity, 'metadata', 'labels', TIER_KEY),
        ),
      },
    ];
    for (const { source, value } of written) {
      if (value.state !== 'absent') {
        return {
          raw: value.state === 'value' ? value.value : value.raw,
          source,
        };
      }
    }
    return undefined;
  }

  private readLinks(): ReadonlyMap<string, readonly TypedLink[]> {
    const byType = new Map<string, TypedLink[]>();
    for (const link of list(field(this.entity, 'metadata', 'links'))) {
      const url = text(field(link, 'url'));
      const type = text(field(link, 'type')).toLowerCase();
      if (type === '' || !isHttpUrl(url) || placeholderKind(url)) {
        continue;
      }
      const title = text(field(link, 'title'));
      const typed = title === '' ? { url, type } : { url, title, type };
      const group = byType.get(type);
      if (group) {
        group.push(typed);
      } else {
        byType.set(type, [typed]);
      }
    }
    return byType;
  }
}

/**
 * Wraps an entity for the checks. Parsing is lazy, keeps what it read, and never throws for any shape of entity.
 *
 * @public
 */
export function createEntityView(entity: Entity): EntityView {
  return new ParsedEntity(entity);
}

/**
 * True for what `createEntityView` makes and for wrappers of it.
 *
 * @public
 */
export function isEntityView(value: Entity | EntityView): value is EntityView {
  return isRecord(value) && 'read' in value && typeof value.read === 'function';
}
