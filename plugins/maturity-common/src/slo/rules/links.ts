import { InputError } from '@backstage/errors';
import { sloDashboardUid } from './dashboardUid';
import type { SloDefinition } from './types';

/**
 * Where alerts send people who are paged.
 *
 * @public
 */
export interface SloLinks {
  /** Address of the runbook; the objective's name becomes the fragment when it has none. */
  runbookUrl?: string;
  /** Address of Grafana, to which the path of the generated dashboard is added. */
  grafanaUrl?: string;
}

function parseUrl(value: string, name: string): URL {
  const expected = `expected for example https://example.com/${name}`;
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new InputError(
      `The address of the ${name} "${value}" is not a URL; ${expected}.`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(
      `The address of the ${name} "${value}" does not begin with https:// or http://; ${expected}.`,
    );
  }
  return url;
}

/** The anchor of a heading, as source hosts and documentation tools make it from a name. */
function anchor(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9_-]/g, '');
}

/** The address for an objective, or undefined when none was given. */
export function linkTo(
  kind: 'runbook' | 'dashboard',
  slo: SloDefinition,
  links: SloLinks,
): string | undefined {
  switch (kind) {
    case 'runbook': {
      if (links.runbookUrl === undefined) {
        return undefined;
      }
      const url = parseUrl(links.runbookUrl, 'runbook');
      url.hash = url.hash || anchor(slo.name);
      return url.href;
    }
    case 'dashboard': {
      if (links.grafanaUrl === undefined) {
        return undefined;
      }
      const url = parseUrl(links.grafanaUrl, 'grafana');
      url.pathname = `${url.pathname.replace(/\/$/, '')}/d/${sloDashboardUid(
        slo.service,
      )}`;
      return url.href;
    }
    default:
      return kind satisfies never;
  }
}
