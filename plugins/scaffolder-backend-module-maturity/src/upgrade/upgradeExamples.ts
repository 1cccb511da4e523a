import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const upgradeExamples: TemplateExample[] = [
  {
    description: 'Upgrade a service of this portal, unless there are conflicts',
    example: stringify({
      steps: [
        {
          id: 'upgrade',
          name: 'Upgrade the service',
          action: 'maturity:upgrade',
          input: {
            repository: './repository',
            templates: './templates',
            to: './change',
            service: 'checkout',
          },
        },
      ],
    }),
  },
  {
    description:
      'Upgrade a repository with the templates that made it at hand, and mark conflicts for its reviewers',
    example: stringify({
      steps: [
        {
          id: 'upgrade',
          name: 'Upgrade the service',
          action: 'maturity:upgrade',
          input: {
            repository: './repository',
            templates: './templates',
            from: './previous',
            to: './change',
            conflicts: 'mark',
          },
        },
      ],
    }),
  },
];
