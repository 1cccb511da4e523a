import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const scoreExamples: TemplateExample[] = [
  {
    description: 'Score the workspace',
    example: stringify({
      steps: [
        { id: 'score', name: 'Score', action: 'maturity:score', input: {} },
      ],
    }),
  },
  {
    description: 'Fail the task unless delivery has reached its first level',
    example: stringify({
      steps: [
        {
          id: 'score',
          name: 'Score',
          action: 'maturity:score',
          input: { folder: '.', require: 'devops=1' },
        },
      ],
    }),
  },
];
