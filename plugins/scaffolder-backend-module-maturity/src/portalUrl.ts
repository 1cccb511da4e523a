import type { Config } from '@backstage/config';

/**
 * Address of the portal, without a slash at its end; empty where `app.baseUrl` holds none. Whoever needs
 * it to be right refuses it: here it stands in texts only.
 */
export function portalUrl(config: Config): string {
  const app = config.getOptional('app');
  const url =
    typeof app === 'object' && app !== null && 'baseUrl' in app
      ? app.baseUrl
      : undefined;
  return typeof url === 'string' ? url.replace(/\/+$/, '') : '';
}
