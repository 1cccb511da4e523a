import { isMap, isNode, isScalar } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';

/** Finds the line of a field of one YAML document. */
export class YamlPlaces {
  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  /** Line (from 1) of the key at a path, or of the nearest thing above it that is there. */
  lineOf(path: readonly string[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.keyAt(path.slice(0, length));
      if (node?.range) {
        return this.lines.linePos(node.range[0]).line;
      }
    }
    const start = this.document.contents?.range?.[0] ?? this.document.range[0];
    return this.lines.linePos(start).line;
  }

  private keyAt(path: readonly string[]): Node | undefined {
    const last = path[path.length - 1];
    const steps = path.slice(0, -1);
    const parent: unknown =
      steps.length > 0
        ? this.document.getIn(steps, true)
        : this.document.contents;
    if (isMap(parent)) {
      const key: unknown = parent.items.find(
        ({ key: each }) => isScalar(each) && String(each.value) === last,
      )?.key;
      return isNode(key) ? key : undefined;
    }
    const item: unknown = this.document.getIn(path, true);
    return isNode(item) ? item : undefined;
  }
}
