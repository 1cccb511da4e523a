/** A part of each column of a trend, from the line of time upwards. */
export interface TrendPart {
  name: string;
  /** What the part is, for the legend and the head of the table. */
  word: string;
  /** As in a truth bar; an empty part is framed by the top of its column. */
  fill: 'solid' | 'hatched' | 'dotted' | 'empty';
  /** How dense a solid part is, from 0 to 1; fully when left out. */
  density?: number;
}

/** The paint of a part; patterns are found under ids that begin with `patterns`. */
export function paintOf(part: TrendPart, patterns: string): string {
  switch (part.fill) {
    case 'solid':
      return 'currentColor';
    case 'hatched':
      return `url(#${patterns}-hatch)`;
    case 'dotted':
      return `url(#${patterns}-dots)`;
    case 'empty':
      return 'transparent';
    default: {
      const never: never = part.fill;
      return never;
    }
  }
}
