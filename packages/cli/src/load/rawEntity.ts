/** True for a map. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Files of a template's skeleton look like entities, and their names are still expressions. */
export function isSkeleton(raw: Record<string, unknown>): boolean {
  const metadata = Object.hasOwn(raw, 'metadata') ? raw.metadata : undefined;
  const name =
    isRecord(metadata) && Object.hasOwn(metadata, 'name')
      ? metadata.name
      : undefined;
  return typeof name === 'string' && /\$?\{\{|\{%/.test(name);
}

/** Kind and name of a document, for messages. */
export function describeRaw(raw: Record<string, unknown>): string {
  const kind = typeof raw.kind === 'string' ? raw.kind : 'this entity';
  const metadata = isRecord(raw.metadata) ? raw.metadata : {};
  const name = typeof metadata.name === 'string' ? ` "${metadata.name}"` : '';
  return `${kind}${name}`;
}
