import type { Status } from '@backstage-maturity/plugin-maturity-common';
import { safeText } from '@backstage-maturity/plugin-maturity-common';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Style = keyof typeof CODES;

/** How signs and words look on one terminal. */
export interface Styles {
  paint(style: Style, text: string): string;
  verdict(status: Status): string;
  /** Four rungs: earned, achievable and not yet earned, not asked of this entity. */
  ladder(level: number, achievable: number, rungs: number): string;
  readonly arrow: string;
  readonly bullet: string;
  readonly none: string;
  /** Text of a catalog or a file, made safe for a terminal; only ASCII where nothing else can be shown. */
  text(text: string, limit?: number): string;
}

const UNICODE = {
  pass: '✓',
  fail: '✗',
  unknown: '?',
  'not-applicable': '–',
  exempt: '⛨',
} as const;
const ASCII = {
  pass: '+',
  fail: 'x',
  unknown: '?',
  'not-applicable': '-',
  exempt: 'w',
} as const;
const STATUS_STYLES = {
  pass: 'green',
  fail: 'red',
  unknown: 'dim',
  'not-applicable': 'dim',
  exempt: 'yellow',
} as const;

/** What stands for marks and letters that ASCII lacks. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/…/g, '...'],
  [/[‘’]/g, "'"],
  [/[“”„]/g, '"'],
  [/[–—]/g, '-'],
  [/→/g, '->'],
  [/×/g, 'x'],
  [/÷/g, '/'],
  [/ß/g, 'ss'],
  // Accents on their own, once the letters are taken apart.
  [/\p{M}/gu, ''],
  [/[^\x20-\x7e]/gu, '?'],
];

function plain(text: string): string {
  return PLAIN.reduce(
    (rest, [mark, ascii]) => rest.replace(mark, ascii),
    text.normalize('NFKD'),
  );
}

/** Signs and colours of the one visual language, in text. */
export function createStyles(options: {
  colors: boolean;
  unicode: boolean;
}): Styles {
  const { colors, unicode } = options;
  const paint = (style: Style, text: string) => {
    const [open, close] = CODES[style];
    return colors && text !== ''
      ? `\u001b[${open}m${text}\u001b[${close}m`
      : text;
  };
  const signs = unicode ? UNICODE : ASCII;
  const [earned, open, absent] = unicode ? ['▮', '▯', '·'] : ['#', '-', '.'];
  return {
    paint,
    verdict: status => paint(STATUS_STYLES[status], signs[status]),
    ladder: (level, achievable, rungs) =>
      paint('green', earned.repeat(level)) +
      open.repeat(Math.max(0, achievable - level)) +
      paint(
        'dim',
        absent.repeat(Math.max(0, rungs - Math.max(level, achievable))),
      ),
    arrow: unicode ? '→' : '->',
    bullet: unicode ? '·' : '-',
    none: unicode ? '–' : '-',
    text: (text, limit = 400) => {
      const safe = safeText(text, limit);
      return unicode ? safe : plain(safe);
    },
  };
}
