import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** Who asks, as one text; undefined for callers that cannot be told apart. */
export function callerOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string | undefined {
  if (auth.isPrincipal(credentials, 'user')) {
    return `user ${credentials.principal.userEntityRef}`;
  }
  if (auth.isPrincipal(credentials, 'service')) {
    return `service ${credentials.principal.subject}`;
  }
  return undefined;
}
