import type { CheckResult } from '../../checks';
import { isTrue, LIFECYCLE_ALIASES } from '../../entity';
import type { EntityView } from '../../entity';
import { field, text } from '../../entity/fields';
import type { CatalogGraph } from '../../graph';
import { annotationProblem } from '../values/annotationProblem';
import { knownWord } from '../values/repaired';
import type { Change } from '../types';
import type { FixField } from './types';

/** Changes about which there is no doubt, and why. */
export interface Exact {
  changes: readonly Change[];
  why: string;
}

interface Question {
  view: EntityView;
  result: CheckResult;
  fields: readonly FixField[];
  graph: CatalogGraph | undefined;
}

/** Values that mean one thing and are only written wrongly. */
function repairs({ view, fields }: Question): Exact | undefined {
  const changes = fields.flatMap((each): Change[] => {
    if (each.sets.is !== 'annotation' || each.entity !== view.ref) {
      return [];
    }
    const { key } = each.sets;
    const raw = field(view.entity, 'metadata', 'annotations', key);
    const repair =
      raw === undefined ? undefined : annotationProblem(key, raw)?.repair;
    return repair === undefined
      ? []
      : [{ do: 'set-annotation', key, value: repair }];
  });
  return changes.length === 0
    ? undefined
    : {
        changes,
        why: 'The value means one thing only and is written wrongly.',
      };
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The shortest reference that the field of an entity takes. */
function shortRef(target: EntityView, view: EntityView): string {
  const isNear =
    target.namespace.toLowerCase() === view.namespace.toLowerCase();
  return isNear ? target.name : `${target.namespace}/${target.name}`;
}

/** The one entity of a kind whose name or title is what was written, apart from case, blanks and marks. */
function meant(
  written: string,
  kind: string,
  graph: CatalogGraph,
): EntityView | undefined {
  const name = letters(
    written.slice(written.lastIndexOf('/') + 1).replace(/^[a-z]+:/i, ''),
  );
  const found = graph
    .all(kind)
    .filter(
      each =>
        name !== '' &&
        (letters(each.name) === name || letters(each.title) === name),
    );
  return found.length === 1 ? found[0] : undefined;
}

/** Fields of `spec` that refer to one entity of a kind. */
const REFERENCES = [
  { field: 'owner', kind: 'group' },
  { field: 'system', kind: 'system' },
] as const;

/** A reference that leads nowhere, where one entity must be meant. */
function references({
  view,
  result,
  fields,
  graph,
}: Question): Exact | undefined {
  if (!graph || graph.partial || result.reason !== 'dangling') {
    return undefined;
  }
  const changes = REFERENCES.flatMap((each): Change[] => {
    const written = text(field(view.entity, 'spec', each.field));
    const isAsked = fields.some(({ id }) => id === `spec.${each.field}`);
    const isDangling = graph
      .dangling(view.ref)
      .some(ref => ref.startsWith(`${each.kind}:`));
    const target =
      isAsked && isDangling && written !== ''
        ? meant(written, each.kind, graph)
        : undefined;
    return target
      ? [
          {
            do: 'set-field',
            path: ['spec', each.field],
            value: shortRef(target, view),
          },
        ]
      : [];
  });
  return changes.length === 0
    ? undefined
    : { changes, why: 'Only one entity of the catalog can be meant.' };
}

/** A person who owns it and is a member of one team only. */
function teamOfOwner({ view, result, graph }: Question): Exact | undefined {
  if (!graph || graph.partial || result.reason !== 'user-owner') {
    return undefined;
  }
  const teams = new Map(
    graph
      .owners(view.ref)
      .filter(owner => owner.view?.kind === 'user')
      .flatMap(owner => graph.targets(owner.ref, 'memberOf'))
      .flatMap(({ ref, view: team }) => (team ? [[ref, team] as const] : [])),
  );
  const [team, ...others] = teams.values();
  return team && others.length === 0
    ? {
        changes: [
          {
            do: 'set-field',
            path: ['spec', 'owner'],
            value: shortRef(team, view),
          },
        ],
        why: 'The person who owns it is a member of this team only.',
      }
    : undefined;
}

/** A flag that the entity itself contradicts. */
function contradictedFlag({ view, result }: Question): Exact | undefined {
  const key = 'maturity/no-dependencies';
  return result.reason === 'flag-and-relations' && isTrue(view.read(key))
    ? {
        changes: [{ do: 'remove-annotation', key }],
        why: 'It has dependencies, so it cannot be declared to have none.',
      }
    : undefined;
}

/** A lifecycle that is written wrongly. */
function lifecycle({ view, result, fields }: Question): Exact | undefined {
  const { raw, known } = view.lifecycleWord;
  const isAsked = fields.some(({ id }) => id === 'spec.lifecycle');
  const word =
    isAsked && !known && raw !== '' && result.reason === 'unrecognised'
      ? knownWord(raw, [...LIFECYCLE_ALIASES.keys()])
      : undefined;
  return word === undefined
    ? undefined
    : {
        changes: [
          { do: 'set-field', path: ['spec', 'lifecycle'], value: word },
        ],
        why: 'The value means one thing only and is written wrongly.',
      };
}

const RULES = [contradictedFlag, teamOfOwner, references, lifecycle, repairs];

/** What a machine can know; undefined where a person has to say. */
export function exactFix(question: Question): Exact | undefined {
  for (const rule of RULES) {
    const exact = rule(question);
    if (exact) {
      return exact;
    }
  }
  return undefined;
}
