import { isMap, isNode, isScalar } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { SloFileProblem } from './types';

/** A way through the maps and lists of a document. */
export type Path = readonly (string | number)[];

/** More than anybody reads, and few enough for a file that is wrong everywhere. */
const MAX_PROBLEMS = 50;

/** Collects what is wrong in one document, with the place of each. */
export class Problems {
  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly found: SloFileProblem[],
  ) {}

  add(path: Path, problem: { found: string; expected: string }): void {
    if (this.found.length < MAX_PROBLEMS) {
      this.found.push({
        ...this.placeOf(path),
        path: pathText(path),
        ...problem,
      });
    }
  }

  /** The text of a scalar as written, where a number would lose digits such as those of `1.10`. */
  sourceOf(path: Path): string | undefined {
    const node: unknown = this.document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  }

  /** The place of the key or item at a path, or of the nearest thing above it that is there. */
  private placeOf(path: Path): Pick<SloFileProblem, 'line' | 'column'> {
    for (let length = path.length; length > 0; length -= 1) {
      const range = this.nodeAt(path.slice(0, length))?.range;
      if (range) {
        return this.position(range[0]);
      }
    }
    return this.position(
      this.document.contents?.range?.[0] ?? this.document.range[0],
    );
  }

  private position(offset: number): Pick<SloFileProblem, 'line' | 'column'> {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }

  private nodeAt(path: Path): Node | undefined {
    const last = path[path.length - 1];
    const parent: unknown =
      path.length > 1
        ? this.document.getIn(path.slice(0, -1), true)
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

function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') {
        return `[${step}]`;
      }
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
