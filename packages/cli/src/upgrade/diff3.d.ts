declare module 'diff3' {
  interface Part {
    ok?: string[];
    conflict?: { a: string[]; o: string[]; b: string[] };
  }
  /** Merges two versions, `a` and `b`, of what was `o`. */
  export default function diff3Merge(
    a: readonly string[],
    o: readonly string[],
    b: readonly string[],
  ): Part[];
}
