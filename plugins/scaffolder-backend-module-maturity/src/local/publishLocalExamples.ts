import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const publishLocalExamples: TemplateExample[] = [
  {
    description: 'Publish a new service',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish',
          action: 'maturity:publish:local',
          input: { name: 'checkout' },
        },
      ],
    }),
  },
  {
    description: 'Publish changed files of a service that exists',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish the change',
          action: 'maturity:publish:local',
          input: {
            name: 'checkout',
            update: true,
            message: 'Declare the tier',
          },
        },
      ],
    }),
  },
];
