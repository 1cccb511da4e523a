const ACTIVE = '@media (forced-colors: active)';

/**
 * How our signs look where the system chooses the colours: browsers leave those of drawings as they
 * are, and a dark ladder on the system's black would be gone.
 */
export const forcedColors = {
  [ACTIVE]: {
    '& svg, & svg *': { color: 'CanvasText !important' },
    '& a svg, & a svg *': { color: 'LinkText !important' },
    '& button svg, & button svg *': { color: 'ButtonText !important' },
  },
} as const;

/** A line that is cut out of a filled sign, in print and in forced colours too. */
export function cutOut(background: string) {
  return {
    stroke: background,
    '@media print': { stroke: '#fff' },
    [ACTIVE]: { stroke: 'Canvas' },
  };
}
