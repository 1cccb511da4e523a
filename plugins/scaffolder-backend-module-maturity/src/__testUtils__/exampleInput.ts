import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { parse } from 'yaml';

/** The input of the one step of an example. */
export function exampleInput(example: TemplateExample) {
  const { steps } = parse(example.example);
  return steps[0].input;
}
