import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const addFilesExamples: TemplateExample[] = [
  {
    description: 'Add files to a repository that must not have them yet',
    example: stringify({
      steps: [
        {
          id: 'add',
          name: 'Add the files',
          action: 'maturity:files:add',
          input: { from: './change', to: './repository' },
        },
      ],
    }),
  },
  {
    description: 'Replace files, but keep the runbook that was written by hand',
    example: stringify({
      steps: [
        {
          id: 'add',
          name: 'Add the files',
          action: 'maturity:files:add',
          input: {
            from: './change',
            to: './repository',
            keep: ['docs/runbook.md'],
            replace: true,
          },
        },
      ],
    }),
  },
];
