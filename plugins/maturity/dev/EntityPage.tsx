import type { Entity } from '@backstage/catalog-model';
import { Content, Header, Page } from '@backstage/core-components';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import Grid from '@material-ui/core/Grid';
import { useParams } from 'react-router-dom';
import {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturitySetContent,
} from '../src';

/** A stand-in for the catalog's entity page: the card above the tab, or the tab of a group, system or domain. */
export function EntityPage() {
  const {
    kind = 'component',
    name = 'checkout',
    namespace = 'default',
  } = useParams();
  const scored = kind.toLocaleLowerCase('en-US') === 'component';
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind.charAt(0).toLocaleUpperCase('en-US') + kind.slice(1),
    metadata: { name, namespace },
    spec: { type: 'service', lifecycle: 'production' },
  };
  return (
    <EntityProvider entity={entity}>
      <Page themeId="service">
        <Header title={name} type={kind} />
        <Content>
          {scored ? (
            <Grid container spacing={3}>
              <Grid item xs={12} md={6}>
                <EntityMaturityCard />
              </Grid>
              <Grid item xs={12}>
                <EntityMaturityContent />
              </Grid>
            </Grid>
          ) : (
            <EntityMaturitySetContent />
          )}
        </Content>
      </Page>
    </EntityProvider>
  );
}
