import type {
  Definitions,
  RollUpItem,
  ScorecardPage,
} from '@backstage-maturity/plugin-maturity-common';
import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { maturityApiRef } from '../../api';
import {
  askedOf,
  parseServicesQuery,
  type ServicesQuery,
  servicesSearch,
} from '../../filters';
import { errorStatus } from '../frame';
import { Memory } from '../../hooks/Memory';
import { useLoad } from '../../hooks/useLoad';

/** Rows of a page; a screen or two, and quick to read. */
const PAGE_SIZE = 50;

const pages = new Memory<ScorecardPage>();

/** One page of the list; the rows of the page before stay until the new ones are there. */
export function useServices(query: ServicesQuery) {
  const api = useApi(maturityApiRef);
  // The query object is new after every navigation; its text is not.
  const search = servicesSearch(query);
  const load = useCallback(
    (signal: AbortSignal): Promise<ScorecardPage> => {
      const asked = askedOf(parseServicesQuery(new URLSearchParams(search)));
      const { cursor, ...first } = { ...asked, limit: PAGE_SIZE };
      if (!cursor) return api.listScorecards(first, { signal });
      return api
        .listScorecards({ ...first, cursor }, { signal })
        .catch((error: Error) => {
          // A page that is none, or of another order: the list begins at its first one.
          if (errorStatus(error) !== 'refused') throw error;
          return api.listScorecards(first, { signal });
        });
    },
    [api, search],
  );
  return useLoad(load, {
    memory: pages,
    client: api,
    key: 'services',
    part: search,
  });
}

/** What the filters offer. */
export interface FilterChoices {
  definitions: Definitions;
  owners: readonly RollUpItem[];
  systems: readonly RollUpItem[];
  /** A list of the services of a domain is a list of those of its systems. */
  domains: readonly RollUpItem[];
  types: readonly RollUpItem[];
}

const choicesMemory = new Memory<FilterChoices>();

/** Reads what the filters offer, once. */
export function useFilterChoices() {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<FilterChoices> => {
      const [definitions, owners, systems, domains, types] = await Promise.all([
        api.getDefinitions({ signal }),
        api.listRollUps({ by: 'owner' }, { signal }),
        api.listRollUps({ by: 'system' }, { signal }),
        api.listRollUps({ by: 'domain' }, { signal }),
        api.listRollUps({ by: 'type' }, { signal }),
      ]);
      return {
        definitions,
        owners: owners.items,
        systems: systems.items,
        domains: domains.items,
        types: types.items,
      };
    },
    [api],
  );
  return useLoad(load, { memory: choicesMemory, client: api, key: 'choices' });
}
