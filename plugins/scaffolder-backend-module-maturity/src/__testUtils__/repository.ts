/** A repository on every host: what a service may look like that no template made. */
export const REPOSITORY = {
  'README.md': '# Billing\n',
  'catalog-info.yaml': `# Ours since 2019.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: billing
spec:
  type: service
  lifecycle: production
  owner: payments
`,
};
