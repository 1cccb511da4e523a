import { isRecord } from './json';

// The offset basis of FNV-1a as two halves of 32 bits, and the prime without its highest bit, which
// stands for a shift by 40.
const OFFSET = { high: 0xcbf29ce4, low: 0x84222325 };
const PRIME = 0x1b3;
const HALF = 2 ** 32;

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
  let { high, low } = OFFSET;
  const add = (byte: number) => {
    low = (low ^ byte) >>> 0;
    // No product of a half has more than 41 bits, so numbers hold it exactly.
    const product = low * PRIME;
    const carry = Math.floor(product / HALF);
    high = (high * PRIME + carry + ((low << 8) >>> 0)) % HALF;
    low = product % HALF;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    add(unit % 256);
    add(Math.floor(unit / 256));
  }
  return [high, low].map(half => half.toString(16).padStart(8, '0')).join('');
}
