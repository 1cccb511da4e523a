import type { Change } from '@backstage-maturity/plugin-maturity-common';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';

const PLAIN = /^[A-Za-z][A-Za-z0-9/_.-]*$/;
/** Words that YAML would read as something else than text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** Text that single quotes can hold in one line. */
const ONE_LINE = /^[\u0020-\u007e]*$/;

function scalar(value: unknown): string {
  if (typeof value !== 'string' || !ONE_LINE.test(value)) {
    // Every value of JSON is one of YAML too.
    return JSON.stringify(value);
  }
  return PLAIN.test(value) && !WORDS.test(value)
    ? value
    : `'${value.replace(/'/g, "''")}'`;
}

function entry(indent: string, name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [`${indent}${name}: ${scalar(value)}`];
  return [
    `${indent}${name}:`,
    ...value.map(item => `${indent}  - ${scalar(item)}`),
  ];
}

function block(head: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [head, ...lines] : [];
}

/** First names below a part of the entity that the changes touch. */
function touched(changes: readonly Change[], part: string): string[] {
  const names = changes.flatMap(change => {
    switch (change.do) {
      case 'set-annotation':
      case 'remove-annotation':
        return part === 'annotations' ? [change.key] : [];
      case 'set-field':
      case 'remove-field':
        return change.path[0] === part ? change.path.slice(1, 2) : [];
      case 'set-link':
      case 'remove-link':
        return part === 'metadata' ? ['links'] : [];
      case 'add-tag':
      case 'remove-tag':
        return part === 'metadata' ? ['tags'] : [];
      default: {
        const unreachable: never = change;
        return unreachable;
      }
    }
  });
  return [...new Set(names)];
}

/** A value that is no more than a landmark. */
const SHORT = 80;

/**
 * The last name of a part that has a short value. The catalog adds annotations of its own, which are
 * not in the file.
 */
function neighbour(values: ReadonlyMap<string, unknown>): string[] {
  return Array.from(values)
    .filter(([name]) => !name.startsWith('backstage.io/'))
    .filter(([, value]) => typeof value === 'string' && value.length <= SHORT)
    .map(([name]) => name)
    .slice(-1);
}

/**
 * The parts of an entity that changes touch, as they stand now, written as a catalog file would hold
 * them. Without the entity only its name is written.
 */
export function yamlParts(options: {
  ref: string;
  entity?: Entity;
  changes: readonly Change[];
}): string {
  const { ref, entity, changes } = options;
  const { kind, namespace, name } = parseEntityRef(ref);
  const parts = {
    metadata: new Map<string, unknown>(Object.entries(entity?.metadata ?? {})),
    annotations: new Map<string, unknown>(
      Object.entries(entity?.metadata.annotations ?? {}),
    ),
    spec: new Map<string, unknown>(Object.entries(entity?.spec ?? {})),
  };
  const lines = (part: keyof typeof parts, indent: string) => {
    const names = touched(changes, part);
    // A block that is there already must not look as if it were new.
    const isNew = !names.some(each => parts[part].has(each));
    const near =
      names.length > 0 && isNew && part !== 'metadata'
        ? neighbour(parts[part])
        : [];
    return [...near, ...names].flatMap(each =>
      entry(
        indent,
        part === 'annotations' ? scalar(each) : each,
        parts[part].get(each),
      ),
    );
  };
  return [
    `kind: ${entity?.kind ?? kindName(kind)}`,
    'metadata:',
    ...entry('  ', 'name', entity?.metadata.name ?? name),
    ...(namespace === 'default' ? [] : entry('  ', 'namespace', namespace)),
    ...lines('metadata', '  '),
    ...block('  annotations:', lines('annotations', '    ')),
    ...block('spec:', lines('spec', '  ')),
    '',
  ].join('\n');
}

/** A reference has its kind in lower case, a file begins it with a capital. */
function kindName(kind: string): string {
  return kind === 'api'
    ? 'API'
    : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
