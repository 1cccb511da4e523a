import type { MaturityApi } from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { AsyncEntityProvider } from '@backstage/plugin-catalog-react';
import { act } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { showLegacy } from './systems';

/** Shows a part of an entity's page. `go` leads to another entity as the catalog does: the part stays mounted. */
export async function showEntities(options: {
  api: MaturityApi;
  first: Entity;
  part: ReactNode;
}): Promise<{
  go(entity: Entity): Promise<void>;
  /** Reads the entity again. */
  reloadEntity: jest.Mock;
}> {
  const { api, first, part } = options;
  const reloadEntity = jest.fn();
  let lead: (entity: Entity) => void = () => {};
  function EntityPage() {
    const [entity, setEntity] = useState(first);
    lead = setEntity;
    return (
      <AsyncEntityProvider
        entity={entity}
        loading={false}
        refresh={reloadEntity}
      >
        {part}
      </AsyncEntityProvider>
    );
  }
  await showLegacy(api, <EntityPage />, '/');
  return { go: entity => act(async () => lead(entity)), reloadEntity };
}
