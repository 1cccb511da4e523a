import { basename } from 'node:path';
import { isTemplated } from '@backstage-maturity/plugin-maturity-common';

const CATALOG_INFO = /^catalog-info\./i;
/** A statement where YAML begins a line, an item or a value. */
const STATEMENT = /^[ \t]*\{\{|(?:^[ \t]*(?:- +)*|: +)\{%/m;
/** `metadata`, what is indented below it, and in that a name that is still an expression. */
const OPEN_NAME =
  /^metadata:[ \t]*\r?\n(?:[ \t]+\S[^\n]*\n|[ \t\r]*\n)*?[ \t]+name:[ \t]*["']?\$?\{[{%]/m;

/** True for a file in which anything but entities is a mistake, wherever it lies. */
export function isCatalogInfo(path: string): boolean {
  return CATALOG_INFO.test(basename(path));
}

/**
 * True for a text that is no YAML because it is a template which is still to be rendered. A catalog file often
 * has expressions of other languages in its values, so in one that is called `catalog-info` only a statement or
 * a name that is an expression says so: anything else would hide what is broken.
 */
export function isUnrendered(text: string, path: string): boolean {
  return isCatalogInfo(path)
    ? STATEMENT.test(text) || OPEN_NAME.test(text)
    : isTemplated(text);
}
