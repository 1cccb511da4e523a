import { lostAlias } from '@backstage-maturity/plugin-maturity-common';
import { isMap, isNode, isScalar } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';

/** Line and column, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Finds the place of a field of one YAML document. */
export class YamlPlaces {
  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  /** Place of the key at a path, or of the nearest thing above it that is there. */
  of(path: readonly string[]): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.keyAt(path.slice(0, length));
      if (node?.range) {
        return this.at(node.range[0]);
      }
    }
    return this.at(
      this.document.contents?.range?.[0] ?? this.document.range[0],
    );
  }

  /** Place of the first alias without an anchor before it; that of the document when there is none. */
  ofLostAlias(): Place {
    const start = lostAlias(this.document);
    return start === undefined ? this.of([]) : this.at(start);
  }

  private at(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
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
