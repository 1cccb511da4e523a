import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const fetchLocalExamples: TemplateExample[] = [
  {
    description: 'Fetch the catalog file of a service to edit it',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the catalog file',
          action: 'maturity:fetch:local',
          input: { name: 'checkout', files: ['catalog-info.yaml'] },
        },
      ],
    }),
  },
  {
    description: 'Fetch all files of a service into a folder of the workspace',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the service',
          action: 'maturity:fetch:local',
          input: { name: 'checkout', targetPath: './repository' },
        },
      ],
    }),
  },
];
