import { isRecord } from './json';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** JSON with sorted keys, so that the order in a file changes nothing. Maps are written as sorted pairs. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (value instanceof Map) {
    const pairs = [...value.entries()].map(pair => canonicalJson(pair));
    return `{${pairs.sort().join(',')}}`;
  }
  if (isRecord(value)) {
    const fields = Object.keys(value)
      .filter(key => value[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * FNV-1a over the UTF-16 code units of a text, low byte first, as 16 hexadecimal digits.
 *
 * The version only says "something changed": both sides of the comparison are written by the same
 * portal, nobody gains by making two definition sets collide, and an accidental collision among a
 * thousand sets has a chance below one in 10^13. So it needs no cryptographic strength, and in exchange
 * it is synchronous and the same in browsers and in Node.
 */
export function fnv1a64(text: string): string {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    for (const byte of [unit % 256, Math.floor(unit / 256)]) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
