import type { HttpRouterService } from '@backstage/backend-plugin-api';

/** Lets callers without credentials ask for badges, and for nothing else, where the configuration says so. */
export function admitAnonymous(
  httpRouter: HttpRouterService,
  badges: { anonymous: boolean },
): void {
  if (!badges.anonymous) return;
  httpRouter.addAuthPolicy({
    path: '/scorecards/:kind/:namespace/:name/badge.svg',
    allow: 'unauthenticated',
  });
}
