import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ENTITY_CONTENT_PATH } from '../routes';

/** The tab of a component's page. */
export const entityMaturityContent = EntityContentBlueprint.make({
  params: {
    path: ENTITY_CONTENT_PATH,
    title: 'Maturity',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityContent } = await import('../components/EntityContent');
      return <EntityContent />;
    },
  },
});

/** The tab of a group, system or domain. */
export const setMaturityContent = EntityContentBlueprint.make({
  name: 'set',
  params: {
    path: ENTITY_CONTENT_PATH,
    title: 'Maturity',
    filter: { kind: { $in: ['group', 'system', 'domain'] } },
    loader: async () => {
      const { SetContent } = await import('../components/SetContent');
      return <SetContent />;
    },
  },
});

/** The card on a component's overview. */
export const entityMaturityCard = EntityCardBlueprint.make({
  params: {
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityCard } = await import('../components/EntityCard');
      return <EntityCard />;
    },
  },
});
