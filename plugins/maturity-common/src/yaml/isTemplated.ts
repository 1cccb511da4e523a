/** A statement of a template language where YAML begins a line, an item or a value. */
const STATEMENT = /^[ \t]*(?:- +)*\{(?:\{|%)|: +\$?\{\{/m;

/**
 * True for a text that makes YAML only when it is rendered, as a template of Helm, Jinja or Nunjucks
 * does. Of one that is no YAML as it stands this says that it is not broken.
 *
 * @public
 */
export function isTemplated(text: string): boolean {
  return STATEMENT.test(text);
}
