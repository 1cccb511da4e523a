import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const annotateExamples: TemplateExample[] = [
  {
    description: 'Declare the tier and an objective',
    example: stringify({
      steps: [
        {
          id: 'annotate',
          name: 'Declare tier and objective',
          action: 'maturity:catalog:annotate',
          input: {
            entity: 'component:default/checkout',
            annotations: {
              'maturity/tier': '1',
              'maturity/slo': 'availability=99.95/30d',
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Declare what it depends on, and take back what is not true',
    example: stringify({
      steps: [
        {
          id: 'annotate',
          name: 'Put it on the map',
          action: 'maturity:catalog:annotate',
          input: {
            entity: 'checkout',
            fields: {
              'spec.dependsOn': ['component:default/stock', 'resource:orders'],
            },
            removeAnnotations: ['maturity/ci'],
            removeTags: ['java'],
            removeLinks: ['wiki'],
          },
        },
      ],
    }),
  },
  {
    description: 'Name another owner and remove an outdated annotation',
    example: stringify({
      steps: [
        {
          id: 'annotate',
          name: 'Hand over',
          action: 'maturity:catalog:annotate',
          input: {
            file: './catalog-info.yaml',
            entity: 'checkout',
            fields: { 'spec.owner': 'group:default/payments' },
            removeAnnotations: ['maturity/ci'],
            tags: ['go'],
            links: [
              {
                url: 'https://runbooks.acme.test/checkout',
                title: 'Runbook',
                type: 'runbook',
              },
            ],
          },
        },
      ],
    }),
  },
];
