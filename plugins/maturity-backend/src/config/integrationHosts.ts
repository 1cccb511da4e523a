import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Hosts of integrations whose configuration may leave them out. */
const DEFAULT_HOSTS: ReadonlyMap<string, string> = new Map([
  ['azure', 'dev.azure.com'],
  ['bitbucketCloud', 'bitbucket.org'],
  ['github', 'github.com'],
  ['gitlab', 'gitlab.com'],
  ['harness', 'app.harness.io'],
]);

/**
 * Hosts that an integration is configured for. Those that Backstage reads anonymously without any
 * configuration are not among them: they answer some dozens of requests in an hour.
 */
export function integrationHosts(config: RootConfigService): Set<string> {
  const hosts = new Set<string>();
  const section = config.getOptional('integrations');
  if (typeof section !== 'object' || section === null) return hosts;
  for (const [type, list] of Object.entries(section)) {
    for (const entry of Array.isArray(list) ? list : []) {
      if (typeof entry !== 'object' || entry === null) continue;
      const own =
        !Array.isArray(entry) && Object.hasOwn(entry, 'host')
          ? entry.host
          : undefined;
      const host = own ?? DEFAULT_HOSTS.get(type);
      if (typeof host === 'string' && host) hosts.add(host.toLowerCase());
    }
  }
  return hosts;
}
