import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const originRecordExamples: TemplateExample[] = [
  {
    description:
      'Record the files of a new service, after all of them were written',
    example: stringify({
      steps: [
        {
          id: 'record',
          name: 'Record the files',
          action: 'maturity:origin:record',
          input: { file: './.golden-path.yaml' },
        },
      ],
    }),
  },
];
