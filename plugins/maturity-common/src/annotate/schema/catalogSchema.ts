import { ANNOTATION_PREFIX, describeValueForm, OWN_KEYS } from '../../entity';
import type { OwnKey } from '../../entity';
import { NO_PRACTICE } from '../values/annotationProblem';
import { PLACEHOLDER_PATTERN, valuePattern } from './patterns';

/**
 * A piece of a JSON Schema, draft 7.
 *
 * @public
 */
export type JsonSchema = boolean | { readonly [key: string]: JsonSchemaValue };

/** @public */
export type JsonSchemaValue = JsonSchema | string | readonly JsonSchemaValue[];

const EXEMPT = 'exempt.<check-id>';
const EXEMPT_PATTERN = `^${ANNOTATION_PREFIX}exempt\\.[A-Za-z0-9_.-]+$`;

function wordsOf({ form }: OwnKey): readonly string[] {
  switch (form.is) {
    case 'one-of':
    case 'url-or-word':
      return form.accepted;
    case 'flag':
      return ['true'];
    default:
      return [];
  }
}

/** An editor offers the words of `enum`; the pattern also takes them in other letters, and what else is right. */
function valueSchema(own: OwnKey): JsonSchema {
  const words = wordsOf(own);
  const pattern = valuePattern(own.form, !NO_PRACTICE.has(own.key));
  const form = describeValueForm(own.form).replace(/`/g, '"');
  return {
    description: `${own.meaning} Value: ${form}. On: ${own.kinds.join(', ')}.`,
    type: 'string',
    allOf: [{ $ref: '#/definitions/filledIn' }],
    ...(words.length > 0
      ? { anyOf: [{ enum: [...words] }, { type: 'string', pattern }] }
      : { pattern }),
    examples: [own.example],
  };
}

/** Keys that begin like ours and are none are mistakes; keys of others are not judged. */
function keyNames(keys: readonly string[]): JsonSchema {
  return {
    anyOf: [
      { enum: [...keys] },
      { type: 'string', pattern: EXEMPT_PATTERN },
      { not: { type: 'string', pattern: `^${ANNOTATION_PREFIX}` } },
    ],
  };
}

/**
 * A JSON Schema (draft 7) of our annotations in catalog files, for editors. It says nothing about
 * anything else, so it stands beside the schema of the catalog itself.
 *
 * @public
 */
export function catalogSchema(): JsonSchema {
  const keys = OWN_KEYS.filter(({ name }) => name !== EXEMPT);
  const exempt = OWN_KEYS.filter(({ name }) => name === EXEMPT);
  const tier = keys.filter(({ name }) => name === 'tier');
  const byKey = (owns: readonly OwnKey[]) =>
    Object.fromEntries(owns.map(own => [own.key, valueSchema(own)]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Annotations of Backstage Maturity in catalog files',
    type: 'object',
    properties: {
      metadata: {
        type: 'object',
        properties: {
          annotations: {
            type: 'object',
            properties: byKey(keys),
            patternProperties: Object.fromEntries(
              exempt.map(own => [EXEMPT_PATTERN, valueSchema(own)]),
            ),
            propertyNames: keyNames(keys.map(({ key }) => key)),
          },
          labels: { type: 'object', properties: byKey(tier) },
        },
      },
    },
    definitions: {
      filledIn: {
        description: 'A value that somebody filled in.',
        not: { type: 'string', pattern: PLACEHOLDER_PATTERN },
      },
    },
  };
}

/**
 * The text of the schema file.
 *
 * @public
 */
export function catalogSchemaText(): string {
  return `${JSON.stringify(catalogSchema(), undefined, 2)}\n`;
}
