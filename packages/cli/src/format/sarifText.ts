import { safeText } from '@backstage-maturity/plugin-maturity-common';

const LONGEST = 1_000;

/**
 * Text for `message.text` of SARIF 2.1.0, so that words of a catalog file stay words: in section 3.11.6
 * `[text](address)` is a link, in which a backslash goes before `\`, `[` and `]`, and in section 3.11.5 `{0}`
 * stands for an argument, and a brace is written twice.
 */
export function sarifText(text: string): string {
  return safeText(text, LONGEST)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}
