import {
  type Entity,
  entityEnvelopeSchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import { catalogFault, SERVICE_KINDS } from './catalogFault';

const envelope = entityEnvelopeSchemaValidator();

// Nobody reads more of them, and they are kept with the entities.
const LONGEST_FAULT = 300;

/** What a catalog file holds. */
export interface ServiceFile {
  entities: readonly Entity[];
  /** What is wrong with it, each in words that follow the name of the file. */
  faults: readonly string[];
  /** Whether an entity may be missing that the file speaks of. */
  isPartial: boolean;
}

function messageOf(error: unknown): string {
  const text = isError(error) ? error.message : String(error);
  const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.slice(0, LONGEST_FAULT);
}

/**
 * The entity of a document. What the catalog would not even give a reference to is refused here: it would
 * refuse everything else of the same moment with it.
 *
 * @throws Error when there is none
 */
function toEntity(document: unknown): Entity {
  const entity: Entity = envelope(document);
  const { kind, metadata } = entity;
  if (!SERVICE_KINDS.has(kind)) {
    const kinds = [...SERVICE_KINDS.keys()].join(', ');
    throw new Error(
      `it holds the kind ${JSON.stringify(kind)}; expected one of ${kinds}`,
    );
  }
  const names = [metadata.name, metadata.namespace ?? ''];
  const wrong = names.find(name => /[\s\p{C}/:]/u.test(name));
  if (wrong !== undefined) {
    throw new Error(
      `it holds the name ${JSON.stringify(
        wrong,
      )}; expected letters, digits, dashes, underscores and dots`,
    );
  }
  const annotations: unknown = metadata.annotations ?? {};
  if (typeof annotations !== 'object' || Array.isArray(annotations)) {
    throw new Error(
      `the annotations of ${metadata.name} are no map; expected texts by key`,
    );
  }
  return entity;
}

/** Reads the documents of a catalog file, each for itself. Never rejects. */
export async function parseServiceFile(
  text: string,
  file: string,
): Promise<ServiceFile> {
  const entities: Entity[] = [];
  const faults: string[] = [];
  let isPartial = false;
  const refuse = (error: unknown) => {
    isPartial = true;
    faults.push(messageOf(error));
  };
  try {
    const location = { type: 'file', target: file };
    for (const result of parseEntityYaml(text, location)) {
      try {
        if (result.type === 'error') throw result.error;
        if (result.type === 'entity') entities.push(toEntity(result.entity));
      } catch (error) {
        refuse(error);
      }
    }
  } catch (error) {
    refuse(error);
  }
  // The catalog is given these all the same: it keeps what it had of them, and says so.
  for (const entity of entities) {
    const fault = await catalogFault(entity);
    if (fault === undefined) continue;
    const ref = stringifyEntityRef(entity);
    faults.push(`the catalog does not take ${ref}: ${messageOf(fault)}`);
  }
  return { entities, faults, isPartial };
}
