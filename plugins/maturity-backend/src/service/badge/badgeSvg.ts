import type { Badge } from './Badge';
import { drawSign, signWidth } from './badgeSign';
import { escapeXml, shortLine, widthOf } from './svgText';

const HEIGHT = 20;
const GAP = 7;

function words(
  line: string,
  { x, width }: { x: number; width: number },
): string {
  // The given length keeps a font that is wider than expected within its field.
  return `<text x="${x}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeXml(
    line,
  )}</text>`;
}

/**
 * A badge as an SVG document. It is one colour on another, with a contrast of more than 7 to 1: the shape
 * of the sign and the words tell the level, so it reads in print and on any page. It runs nothing and
 * loads nothing, and every text in it is escaped.
 */
export function badgeSvg({ label, message, meaning, sign }: Badge): string {
  const [left, right] = [shortLine(label), shortLine(message)];
  const name = escapeXml(`${left}: ${shortLine(meaning)}`);
  const leftWidth = widthOf(left);
  const rightWidth = widthOf(right);
  const signed = signWidth(sign);
  const middle = leftWidth + 2 * GAP;
  const start = middle + GAP + (signed ? signed + 5 : 0);
  const width = start + rightWidth + GAP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${width}" height="${HEIGHT}" rx="3" fill="#24292f"/>`,
    `<path d="M${middle} 0H${width - 3}a3 3 0 0 1 3 3V${
      HEIGHT - 3
    }a3 3 0 0 1-3 3H${middle}z" fill="#454d56"/>`,
    drawSign(sign, { x: middle + GAP, y: 3 }),
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
    words(left, { x: GAP, width: leftWidth }),
    words(right, { x: start, width: rightWidth }),
    '</g></svg>\n',
  ].join('');
}
