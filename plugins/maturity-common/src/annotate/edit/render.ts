import { scalarText } from './scalarText';
import type { Quoting } from './scalarText';
import type { Tree } from './tree';

/** How the surroundings of a new piece of text are written. */
export interface Layout {
  /** Blanks in front of the keys of the map, or of the dashes of the list, that takes the piece. */
  indent: string;
  /** Blanks by which a level is set in. */
  step: string;
  eol: string;
  quoting: Quoting;
  /** Whether keys stand in double quotes even where they need none, as in JSON. */
  quotedKeys: boolean;
}

type Style = Pick<Layout, 'quoting' | 'quotedKeys'>;

/** `key: value` in block style, without a line ending at its end. */
export function blockEntry(key: string, value: Tree, layout: Layout): string {
  const { indent, step, eol, quoting } = layout;
  const name = `${scalarText(key, 'plain')}:`;
  if (typeof value === 'string') {
    return `${name} ${scalarText(value, quoting)}`;
  }
  const inner = { ...layout, indent: indent + step };
  if ('pairs' in value) {
    return value.pairs.length === 0
      ? `${name} {}`
      : [name, ...blockEntries(value.pairs, inner)].join(
          `${eol}${inner.indent}`,
        );
  }
  return value.length === 0
    ? `${name} []`
    : [name, ...value.map(item => blockItem(item, inner))].join(
        `${eol}${inner.indent}`,
      );
}

function blockEntries(
  pairs: readonly (readonly [string, Tree])[],
  layout: Layout,
): string[] {
  return pairs.map(([key, value]) => blockEntry(key, value, layout));
}

/** `- item` in block style, without a line ending at its end. */
export function blockItem(value: Tree, layout: Layout): string {
  const { indent, eol, quoting } = layout;
  if (typeof value === 'string') {
    return `- ${scalarText(value, quoting)}`;
  }
  if (!('pairs' in value) || value.pairs.length === 0) {
    return `- ${flowText(value, layout)}`;
  }
  const inner = { ...layout, indent: `${indent}  ` };
  return `- ${blockEntries(value.pairs, inner).join(`${eol}${inner.indent}`)}`;
}

/** A tree in flow style; bare text is not used there, because commas and brackets end it. */
export function flowText(value: Tree, style: Style): string {
  const { quoting, quotedKeys } = style;
  if (typeof value === 'string') {
    const isDouble = quotedKeys || quoting === 'double';
    return scalarText(value, isDouble ? 'double' : 'single');
  }
  if ('pairs' in value) {
    const pairs = value.pairs.map(([key, each]) => flowEntry(key, each, style));
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return `[${value.map(each => flowText(each, style)).join(', ')}]`;
}

/** `key: value` in flow style. */
export function flowEntry(key: string, value: Tree, style: Style): string {
  const name = scalarText(key, style.quotedKeys ? 'double' : 'plain');
  return `${name}: ${flowText(value, style)}`;
}
