import type { Entity } from '@backstage/catalog-model';
import { Content, Header, Page } from '@backstage/core-components';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import Grid from '@material-ui/core/Grid';
import { useParams } from 'react-router-dom';
import { EntityMaturityCard, EntityMaturityContent } from '../src';

/** A stand-in for the catalog's entity page: the card above the tab. */
export function EntityPage() {
  const { name = 'checkout', namespace = 'default' } = useParams();
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace },
    spec: { type: 'service', lifecycle: 'production' },
  };
  return (
    <EntityProvider entity={entity}>
      <Page themeId="service">
        <Header title={name} type="component — service" />
        <Content>
          <Grid container spacing={3}>
            <Grid item xs={12} md={6}>
              <EntityMaturityCard />
            </Grid>
            <Grid item xs={12}>
              <EntityMaturityContent />
            </Grid>
          </Grid>
        </Content>
      </Page>
    </EntityProvider>
  );
}
