// Beside what XML forbids, invisible marks that turn the direction of text are left out: a name must not
// rewrite the words around it.
const UNWANTED = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const LONGEST = 40;

// Letters, marks on letters, and what most fonts draw twice as wide.
const MARK = /\p{M}/u;
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u;
const NARROW = /[ .,:;'!|iIjlt()[\]]/;

/** Text from anywhere as one short printable line. */
export function shortLine(text: string): string {
  const clean = text.replace(UNWANTED, '').replace(/\s+/gu, ' ').trim();
  const letters = Array.from(clean);
  return letters.length > LONGEST
    ? `${letters.slice(0, LONGEST - 1).join('')}…`
    : clean;
}

/** Text as it can stand in an element or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, sign => ENTITIES[sign]);
}

/** About how wide a line is in pixels, in a sans-serif font of 11 px. */
export function widthOf(line: string): number {
  const width = Array.from(line).reduce((sum, letter) => {
    if (MARK.test(letter)) return sum;
    if (WIDE.test(letter)) return sum + 11;
    return sum + (NARROW.test(letter) ? 4 : 6.8);
  }, 0);
  return Math.max(Math.ceil(width), 4);
}
