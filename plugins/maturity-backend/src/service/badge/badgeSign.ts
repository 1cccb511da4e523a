import type { Sign } from './Badge';

const BOX = 14;
const LINE = 1;
const STOP = 7;

/** How wide the sign is in pixels; 0 when there is none. */
export function signWidth(sign: Sign): number {
  switch (sign.kind) {
    case 'ladder':
      return BOX;
    case 'path':
      return sign.stops * STOP + 1;
    case 'none':
      return 0;
    default: {
      const unknown: never = sign;
      return unknown;
    }
  }
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

// Filled rungs are earned, outlined ones can still be earned, missing ones are not asked.
function ladder(
  { earned, asked, rungs }: Extract<Sign, { kind: 'ladder' }>,
  at: { x: number; y: number },
): string {
  const step = BOX / rungs;
  const height = step * 0.75;
  return Array.from({ length: asked }, (_, index) => {
    const inset = index < earned ? 0 : LINE / 2;
    const top = at.y + BOX - (index + 1) * step + (step - height) / 2;
    const box = `x="${round(at.x + inset)}" y="${round(
      top + inset,
    )}" width="${round(BOX - 2 * inset)}" height="${round(
      Math.max(height - 2 * inset, 0.5),
    )}"`;
    return index < earned
      ? `<rect ${box} fill="#fff"/>`
      : `<rect ${box} fill="none" stroke="#fff"/>`;
  }).join('');
}

// A path of stops with the one filled where it stands.
function path(
  { stops, at: here }: Extract<Sign, { kind: 'path' }>,
  at: { x: number; y: number },
): string {
  return Array.from({ length: stops }, (_, index) => {
    const center = `cx="${at.x + STOP / 2 + index * STOP}" cy="${
      at.y + BOX / 2
    }"`;
    return index === here
      ? `<circle ${center} r="3.5" fill="#fff"/>`
      : `<circle ${center} r="1.5" fill="none" stroke="#fff"/>`;
  }).join('');
}

/** The elements of a sign, with its upper left corner at a point. */
export function drawSign(sign: Sign, at: { x: number; y: number }): string {
  switch (sign.kind) {
    case 'ladder':
      return ladder(sign, at);
    case 'path':
      return path(sign, at);
    case 'none':
      return '';
    default: {
      const unknown: never = sign;
      return unknown;
    }
  }
}
