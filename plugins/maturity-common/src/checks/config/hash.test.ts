import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { canonicalJson, fnv1a64 } from './hash';

describe('canonicalJson', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(
      canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, A: true }),
    ).toBe('{"A":true,"b":[1,{"c":"x","d":null}]}');
  });

  it('writes maps whatever their order', () => {
    const first = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    const second = new Map([
      ['b', 2],
      ['a', 1],
    ]);
    expect(canonicalJson(first)).toBe(canonicalJson(second));
    expect(canonicalJson(first)).toBe('{["a",1],["b",2]}');
  });

  it('tells different JSON values apart, prototype keys included', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (a, b) => {
        // Twice, because JSON has a -0 that it does not write.
        const [left, right]: unknown[] = [a, b].map(text =>
          JSON.parse(JSON.stringify(JSON.parse(text))),
        );
        expect(canonicalJson(JSON.parse(canonicalJson(left)))).toBe(
          canonicalJson(left),
        );
        expect(canonicalJson(left) === canonicalJson(right)).toBe(
          isDeepStrictEqual(left, right),
        );
      }),
    );
    expect(canonicalJson(JSON.parse('{"__proto__":1}'))).toBe(
      '{"__proto__":1}',
    );
  });
});

describe('fnv1a64', () => {
  it('starts at the offset of the algorithm', () => {
    expect(fnv1a64('')).toBe('cbf29ce484222325');
  });

  it('hashes each code unit as two bytes', () => {
    // FNV-1a of the bytes 61 00, computed by hand from offset and prime.
    const prime = 0x100000001b3n;
    const first = BigInt.asUintN(64, (0xcbf29ce484222325n ^ 0x61n) * prime);
    const second = BigInt.asUintN(64, first * prime);
    expect(fnv1a64('a')).toBe(second.toString(16).padStart(16, '0'));
  });

  it('multiplies as whole numbers of 64 bits do', () => {
    const whole = (text: string) =>
      [...Buffer.from(text, 'utf16le')]
        .reduce(
          (hash, byte) =>
            BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n),
          0xcbf29ce484222325n,
        )
        .toString(16)
        .padStart(16, '0');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        expect(fnv1a64(text)).toBe(whole(text));
      }),
    );
  });

  it('tells texts apart that differ in one character', () => {
    const seen = new Set<string>();
    for (let code = 0; code < 5000; code++) {
      seen.add(fnv1a64(`check ${String.fromCharCode(code)} weight`));
    }
    expect(seen.size).toBe(5000);
  });
});
