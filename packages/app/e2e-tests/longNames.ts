/** Eighty characters without a place to break. */
export const LONG =
  'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Names as long as the catalog lets them be. */
export const longNames = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: long-team, title: ${LONG} }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata: { name: long-domain, title: ${LONG} }
spec: { owner: long-team }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: long-system, title: ${LONG} }
spec: { owner: long-team, domain: long-domain }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${'n'.repeat(63)}
  title: ${LONG}
  annotations:
    maturity/runbook: https://${'runbook'.repeat(12)}.example
    maturity/iac: ${'terraform'.repeat(10)}
spec:
  type: service
  lifecycle: production
  owner: long-team
  system: long-system
`;

/** Where the long names stand. */
export const longAddresses = [
  ['the services', '/maturity/services?q=Donau'],
  [
    'the tab of a service',
    `/catalog/default/component/${'n'.repeat(63)}/maturity`,
  ],
  ['the card of a service', `/catalog/default/component/${'n'.repeat(63)}`],
  ['the tab of a team', '/catalog/default/group/long-team/maturity'],
  ['the tab of a system', '/catalog/default/system/long-system/maturity'],
  ['the tab of a domain', '/catalog/default/domain/long-domain/maturity'],
] as const;
