import { parseReference } from '../../entity';
import type { Refusal } from '../types';
import { placeAt } from './place';
import type { SourceDocument } from './source';
import { dataAt } from './tree';

const MOST_NAMED = 10;

/** The canonical reference of the entity in a document; undefined when it holds none. */
export function refOf(data: unknown): string | undefined {
  const [kind, name, namespace] = [
    dataAt(data, ['kind']),
    dataAt(data, ['metadata', 'name']),
    dataAt(data, ['metadata', 'namespace']),
  ];
  if (typeof kind !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  const isInNamespace = typeof namespace === 'string' && namespace !== '';
  return `${kind}:${
    isInNamespace ? namespace : 'default'
  }/${name}`.toLowerCase();
}

/** The reference that a person wrote, in canonical form. */
export function readEntityRef(written: string): string | undefined {
  return parseReference(written.trim(), {
    kind: 'component',
    namespace: 'default',
  });
}

function startOf({ document }: SourceDocument): number {
  return document.contents?.range?.[0] ?? document.range[0];
}

function notThere(
  entity: string,
  documents: readonly SourceDocument[],
): Refusal {
  const refs = documents
    .map(({ data }) => refOf(data))
    .filter(ref => ref !== undefined);
  const more = refs.length - MOST_NAMED;
  const named = refs.slice(0, MOST_NAMED).join(', ');
  return {
    reason: 'no-entity',
    subject: entity,
    found:
      refs.length === 0
        ? 'no entity'
        : `${named}${more > 0 ? ` and ${more} more` : ''}`,
    expected: `a document that holds "${entity}"`,
  };
}

/** The one document that holds an entity, by kind, namespace and name. */
export function findEntity(
  written: string,
  source: { text: string; documents: readonly SourceDocument[] },
): { index: number } | Refusal {
  const { text, documents } = source;
  const ref = readEntityRef(written);
  if (ref === undefined) {
    return {
      reason: 'no-entity',
      subject: written,
      found: written,
      expected: 'a reference "[kind:][namespace/]name"',
    };
  }
  const matches = documents.flatMap(({ data }, index) =>
    refOf(data) === ref ? [index] : [],
  );
  const [first, second] = matches;
  if (first === undefined) {
    return notThere(ref, documents);
  }
  return second === undefined
    ? { index: first }
    : {
        reason: 'several-entities',
        place: placeAt(text, startOf(documents[second])),
        subject: ref,
        found: `${matches.length} documents`,
        expected: 'one document of the file that holds it',
      };
}
