import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** Each of them is run by a test. */
export const sloGenerateExamples: TemplateExample[] = [
  {
    description:
      'Generate rules, tests and dashboard where the golden paths keep them',
    example: stringify({
      steps: [
        {
          id: 'slo',
          name: 'Generate SLO rules',
          action: 'maturity:slo:generate',
          input: { signals: true },
        },
      ],
    }),
  },
  {
    description: 'Other places, and links for whoever is paged',
    example: stringify({
      steps: [
        {
          id: 'slo',
          name: 'Generate SLO rules',
          action: 'maturity:slo:generate',
          input: {
            file: './slo.yaml',
            rules: './monitoring/rules.yaml',
            tests: './monitoring/tests.yaml',
            dashboard: './monitoring/dashboard.json',
            runbookUrl: 'https://runbooks.acme.test/checkout',
            grafanaUrl: 'https://grafana.acme.test',
          },
        },
      ],
    }),
  },
];
