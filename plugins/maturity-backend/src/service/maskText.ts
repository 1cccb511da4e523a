/** What stands in place of an entity that the caller may not see. */
export const RESTRICTED = 'a restricted entity';

/** References, in lower case, of the entities that the caller may see. */
export type Seen = ReadonlySet<string>;

const REFERENCE = /(?<![a-z0-9])([a-z][a-z0-9]*):([\w.-]+)\/[\w.-]+/gi;
/** What is told of an entity behind its reference, as in "… (tier 4)". */
const ADDITION = new RegExp(`${RESTRICTED}\\s*\\([^()]*\\)`, 'g');
/** A hidden entity first, and none after it. */
const ALONE = new RegExp(
  `^${RESTRICTED}(?!.*(?:${RESTRICTED}|${REFERENCE.source}))`,
  'is',
);

/** Kinds that a catalog has without being told of them. */
const KINDS: readonly string[] = [
  'api',
  'component',
  'domain',
  'group',
  'location',
  'resource',
  'system',
  'template',
  'user',
];
const kindsOfSeen = new WeakMap<Seen, ReadonlySet<string>>();

function kindsOf(visible: Seen): ReadonlySet<string> {
  const known = kindsOfSeen.get(visible);
  if (known) return known;
  const kinds = new Set(KINDS);
  for (const ref of visible) kinds.add(ref.slice(0, ref.indexOf(':')));
  kindsOfSeen.set(visible, kinds);
  return kinds;
}

function lowerCased(text: string): string {
  return text.toLocaleLowerCase('en-US');
}

/** Whether a text ends with a kind, and not with the host of an address or a word that only ends like one. */
function endsWithKind(text: string, visible: Seen): boolean {
  if (/https?:\/\/[^\s/]*$/i.test(text)) return false;
  const [word = ''] = /[a-z0-9][\w.-]*$/i.exec(text) ?? [];
  return kindsOf(visible).has(lowerCased(word));
}

/** Hides, in a text of any words, the entities that the caller may not see. */
export function maskWords(text: string, visible: Seen): string {
  return text
    .replace(REFERENCE, (ref, kind: string, namespace: string, at: number) => {
      if (visible.has(lowerCased(ref))) return ref;
      // A host with a port has the form of a reference, too, and so has a ratio.
      return /^\d+$/.test(namespace) &&
        !endsWithKind(text.slice(0, at + kind.length), visible)
        ? ref
        : RESTRICTED;
    })
    .replace(ADDITION, RESTRICTED);
}

/** The same in a value: one that begins with a hidden entity and names no other tells of that entity. */
export function maskText(text: string, visible: Seen): string {
  const masked = maskWords(text, visible);
  return ALONE.test(masked) ? RESTRICTED : masked;
}

function maskOneReference(text: string, visible: Seen): string {
  const [ref] = text.split(' (', 1);
  const isHidden =
    /^[^\s:/]+:[^\s/]+\/./.test(ref) && !visible.has(lowerCased(ref));
  return isHidden ? RESTRICTED : maskText(text, visible);
}

/** The same in a value that is a reference, or a list of them, whatever its kind and namespace look like. */
export function maskReference(text: string, visible: Seen): string {
  return text
    .split(/, (?=[^\s:/]+:[^\s:/]+\/)/)
    .map(each => maskOneReference(each, visible))
    .join(', ');
}
