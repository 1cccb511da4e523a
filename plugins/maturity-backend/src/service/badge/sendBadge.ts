import type { Response } from 'express';
import type { Badge } from './Badge';
import { badgeSvg } from './badgeSvg';

const MAX_AGE_S = 300;

/** Sends a badge so that a browser shows it as a picture and as nothing else. */
export function sendBadge(
  answer: Pick<Response, 'setHeader' | 'vary' | 'send'>,
  badge: Badge,
  { shared }: { shared: boolean },
): void {
  // Somebody who opens the address itself gets a document: it must not run anything either.
  answer.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  answer.setHeader('Content-Type', 'image/svg+xml; charset=utf-8');
  answer.setHeader('X-Content-Type-Options', 'nosniff');
  // What one caller sees is nothing for a cache between that caller and others.
  const scope = shared ? 'public' : 'private';
  answer.setHeader('Cache-Control', `${scope}, max-age=${MAX_AGE_S}`);
  answer.vary('Authorization');
  answer.vary('Cookie');
  // Pages of other origins may show what everybody may see.
  const from = shared ? 'cross-origin' : 'same-origin';
  answer.setHeader('Cross-Origin-Resource-Policy', from);
  answer.send(badgeSvg(badge));
}
