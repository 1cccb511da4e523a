import type { Change } from '@backstage-maturity/plugin-maturity-common';

/** The template that changes catalog files. */
export const ANNOTATE_TEMPLATE = {
  namespace: 'default',
  templateName: 'annotate-service',
};

/** Reference of that template. */
export const ANNOTATE_TEMPLATE_REF = `template:${ANNOTATE_TEMPLATE.namespace}/${ANNOTATE_TEMPLATE.templateName}`;

/** Where the template puts a change. */
export interface Destination {
  destination: 'local' | 'github' | 'gitlab';
  /** For a host. */
  repoUrl?: string;
  /** Path of the catalog file in the repository. */
  catalogFile: string;
}

/** What the template takes. */
export type TemplateInput = Record<
  string,
  string | string[] | Record<string, string>
>;

/** Fields of an entity for which the template has an input of its own. */
const INPUTS: ReadonlyMap<string, string> = new Map([
  ['spec.owner', 'owner'],
  ['spec.system', 'system'],
  ['spec.lifecycle', 'lifecycle'],
  ['spec.dependsOn', 'dependsOn'],
  ['spec.providesApis', 'providesApis'],
  ['spec.consumesApis', 'consumesApis'],
]);

/** The template writes a path with dots between its parts. */
function pathOf(parts: readonly string[]): string | undefined {
  return parts.some(part => part.includes('.')) ? undefined : parts.join('.');
}

/** Changes as the input of the template; undefined where it has no input for one of them. */
export function templateInput(
  entity: string,
  changes: readonly Change[],
  destination?: Destination,
): TemplateInput | undefined {
  const own = new Map<string, string | string[]>();
  const fields = new Map<string, string>();
  const annotations = new Map<string, string>();
  const removeAnnotations: string[] = [];
  const removeFields: string[] = [];
  for (const change of changes) {
    if (change.do === 'set-annotation') {
      annotations.set(change.key, change.value);
    } else if (change.do === 'remove-annotation') {
      removeAnnotations.push(change.key);
    } else if (change.do === 'set-field' || change.do === 'remove-field') {
      const path = pathOf(change.path);
      if (path === undefined) return undefined;
      const input = INPUTS.get(path);
      if (change.do === 'remove-field') {
        removeFields.push(path);
      } else if (typeof change.value !== 'string') {
        if (input) own.set(input, [...change.value]);
        else fields.set(path, change.value.join(', '));
      } else if (input) {
        own.set(input, change.value);
      } else {
        fields.set(path, change.value);
      }
    } else {
      return undefined;
    }
  }
  return {
    entity,
    ...Object.fromEntries(own),
    ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
    ...(removeFields.length > 0 && { removeFields }),
    ...(annotations.size > 0 && {
      annotations: Object.fromEntries(annotations),
    }),
    ...(removeAnnotations.length > 0 && { removeAnnotations }),
    ...destination,
  };
}

/** The address of the template's form with its values filled in. */
export function templateHref(form: string, input: TemplateInput): string {
  return `${form}?formData=${encodeURIComponent(JSON.stringify(input))}`;
}
