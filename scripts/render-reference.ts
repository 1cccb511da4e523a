// Prints one of the references that the domain renders of itself.
import {
  annotationsReference,
  catalogSchemaText,
  checksReference,
} from '../plugins/maturity-common/src/index';

const references: Record<string, () => string> = {
  annotations: annotationsReference,
  checks: checksReference,
  schema: catalogSchemaText,
};
const name = process.argv[2] ?? '';
const render = Object.hasOwn(references, name) ? references[name] : undefined;
if (!render) {
  console.error(
    `There is no reference "${name}"; expected one of ${Object.keys(
      references,
    ).join(', ')}.`,
  );
  process.exit(2);
}
process.stdout.write(render());
