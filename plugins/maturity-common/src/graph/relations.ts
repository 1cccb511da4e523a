import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_HAS_PART,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { field, isRecord, list, text } from '../entity/fields';
import { parseReference } from '../entity/references';
import type { EntityView } from '../entity/types';

const PAIRS = [
  [RELATION_OWNED_BY, RELATION_OWNER_OF],
  [RELATION_CONSUMES_API, RELATION_API_CONSUMED_BY],
  [RELATION_PROVIDES_API, RELATION_API_PROVIDED_BY],
  [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
  [RELATION_PARENT_OF, RELATION_CHILD_OF],
  [RELATION_MEMBER_OF, RELATION_HAS_MEMBER],
  [RELATION_PART_OF, RELATION_HAS_PART],
] as const;

/**
 * The well-known relations of both directions.
 *
 * @public
 */
export const RELATION_TYPES: readonly string[] = PAIRS.flat();

const INVERSES: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([forward, reverse]) => [
    [forward, reverse] as const,
    [reverse, forward] as const,
  ]),
);

/**
 * The relation that the target of a well-known relation has back, or undefined for any other relation.
 *
 * @public
 */
export function inverseRelation(relation: string): string | undefined {
  return INVERSES.get(relation);
}

/**
 * A relation of one entity.
 *
 * @public
 */
export interface Relation {
  type: string;
  /** Canonical reference in lower case; the text as written, in lower case, when it is no reference. */
  target: string;
  /** False when the text is no reference at all. */
  wellFormed: boolean;
}

interface SpecField {
  path: string;
  relation: string;
  kind?: string;
}

const OWNER: SpecField = {
  path: 'owner',
  relation: RELATION_OWNED_BY,
  kind: 'group',
};
const SYSTEM: SpecField = {
  path: 'system',
  relation: RELATION_PART_OF,
  kind: 'system',
};
const DEPENDENCIES: readonly SpecField[] = [
  { path: 'dependsOn', relation: RELATION_DEPENDS_ON },
  { path: 'dependencyOf', relation: RELATION_DEPENDENCY_OF },
];

/** What the catalog's own processors read from `spec`, by kind in lower case. */
const SPEC_FIELDS: ReadonlyMap<string, readonly SpecField[]> = new Map([
  [
    'component',
    [
      OWNER,
      { path: 'subcomponentOf', relation: RELATION_PART_OF, kind: 'component' },
      { path: 'providesApis', relation: RELATION_PROVIDES_API, kind: 'api' },
      { path: 'consumesApis', relation: RELATION_CONSUMES_API, kind: 'api' },
      ...DEPENDENCIES,
      SYSTEM,
    ],
  ],
  ['api', [OWNER, SYSTEM]],
  ['resource', [OWNER, ...DEPENDENCIES, SYSTEM]],
  ['user', [{ path: 'memberOf', relation: RELATION_MEMBER_OF, kind: 'group' }]],
  [
    'group',
    [
      { path: 'parent', relation: RELATION_CHILD_OF, kind: 'group' },
      { path: 'children', relation: RELATION_PARENT_OF, kind: 'group' },
      { path: 'members', relation: RELATION_HAS_MEMBER, kind: 'user' },
    ],
  ],
  [
    'system',
    [OWNER, { path: 'domain', relation: RELATION_PART_OF, kind: 'domain' }],
  ],
  [
    'domain',
    [
      OWNER,
      { path: 'subdomainOf', relation: RELATION_PART_OF, kind: 'domain' },
    ],
  ],
  ['template', [OWNER]],
]);

function relationTo(
  type: string,
  written: unknown,
  defaults: { kind?: string; namespace: string },
): Relation | undefined {
  // The catalog skips an empty field; only a text can name something that is missing.
  if (typeof written !== 'string' || written === '') {
    return undefined;
  }
  const target = parseReference(written, defaults);
  return target === undefined
    ? { type, target: written.trim().toLowerCase(), wellFormed: false }
    : { type, target, wellFormed: true };
}

/**
 * The relations that the catalog would compute from the `spec` of an entity, with its defaults for kind and namespace.
 *
 * @public
 */
export function deriveRelations(view: EntityView): Relation[] {
  const spec = field(view.entity, 'spec');
  const relations: Relation[] = [];
  for (const { path, relation, kind } of SPEC_FIELDS.get(view.kind) ?? []) {
    const written = field(spec, path);
    if (written === undefined) {
      continue;
    }
    const targets: readonly unknown[] = Array.isArray(written)
      ? written
      : [written];
    const defaults = { kind, namespace: view.namespace };
    for (const target of targets) {
      const found = relationTo(relation, target, defaults);
      if (found) {
        relations.push(found);
      }
    }
  }
  return relations;
}

/** The target of a stored relation: a reference, or the parts of one as older catalogs wrote them. */
function storedTarget(relation: Record<string, unknown>): string {
  const ref = text(relation.targetRef);
  if (ref !== '' || !isRecord(relation.target)) {
    return ref;
  }
  const kind = text(field(relation.target, 'kind'));
  const namespace = text(field(relation.target, 'namespace')) || 'default';
  return `${kind}:${namespace}/${text(field(relation.target, 'name'))}`;
}

/** An entity that has read its relations before. */
interface WithRelations {
  takeRelations(): readonly Relation[];
}

function hasRelations(view: object): view is WithRelations {
  return 'takeRelations' in view && typeof view.takeRelations === 'function';
}

/** The relations of an entity, from the entity itself when it has read them before. */
export function relationsOf(view: EntityView): readonly Relation[] {
  return hasRelations(view) ? view.takeRelations() : readRelations(view);
}

/**
 * The relations of an entity: those that the catalog computed when it carries a `relations` list,
 * otherwise those derived from `spec`.
 *
 * @public
 */
export function readRelations(view: EntityView): Relation[] {
  const stored = field(view.entity, 'relations');
  if (!Array.isArray(stored)) {
    return deriveRelations(view);
  }
  const relations: Relation[] = [];
  for (const relation of list(stored)) {
    if (isRecord(relation) && text(relation.type) !== '') {
      const found = relationTo(text(relation.type), storedTarget(relation), {
        namespace: view.namespace,
      });
      if (found) {
        relations.push(found);
      }
    }
  }
  return relations;
}
