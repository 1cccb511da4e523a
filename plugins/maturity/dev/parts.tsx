import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { CheckPage } from '../src/components/CheckPage/CheckPage';
import { EntityCard } from '../src/components/EntityCard';
import { EntityContent } from '../src/components/EntityContent';
import {
  AdvicePage,
  ChecksPage,
  OperatorPage,
  OverviewPage,
  ServicesPage,
} from '../src/components/pages';
import { SetContent } from '../src/components/SetContent';

/** A page, tab or card of ours, by itself. */
export interface Part {
  name: string;
  /** Address below `/states`. */
  path: string;
  element: ReactNode;
}

function entityOf(kind: string, name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production' },
  };
}

function about(kind: string, name: string, content: ReactNode): ReactNode {
  return (
    <EntityProvider entity={entityOf(kind, name)}>{content}</EntityProvider>
  );
}

const SERVICE = ['Component', 'checkout'] as const;
const SETS = [
  ['Group', 'payments'],
  ['System', 'shop'],
  ['Domain', 'commerce'],
] as const;

/** Everything that the plugin shows. */
export const parts: readonly Part[] = [
  { name: 'Overview', path: 'overview', element: <OverviewPage /> },
  { name: 'Services', path: 'services', element: <ServicesPage /> },
  { name: 'What next', path: 'advice', element: <AdvicePage /> },
  { name: 'Checks', path: 'checks', element: <ChecksPage /> },
  { name: 'One check', path: 'check/automated-tests', element: <CheckPage /> },
  { name: 'Operation', path: 'operator', element: <OperatorPage /> },
  {
    name: 'Service tab',
    path: 'service',
    element: about(...SERVICE, <EntityContent />),
  },
  { name: 'Card', path: 'card', element: about(...SERVICE, <EntityCard />) },
  ...SETS.map(([kind, name]) => ({
    name: `${kind} tab`,
    path: kind.toLocaleLowerCase('en-US'),
    element: about(kind, name, <SetContent />),
  })),
];
