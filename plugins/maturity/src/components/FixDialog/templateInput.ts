import type { Change } from '@backstage-maturity/plugin-maturity-common';

/** The template that changes catalog files. */
export const ANNOTATE_TEMPLATE = {
  namespace: 'default',
  templateName: 'annotate-service',
};

/** What the template takes. */
export interface TemplateInput {
  entity: string;
  annotations: Record<string, string>;
  removeAnnotations?: string[];
  fields: Record<string, string>;
}

/** Changes as the input of the template; undefined where it has no input for one of them. */
export function templateInput(
  entity: string,
  changes: readonly Change[],
): TemplateInput | undefined {
  const annotations: [string, string][] = [];
  const fields: [string, string][] = [];
  const removeAnnotations: string[] = [];
  for (const change of changes) {
    if (change.do === 'set-annotation') {
      annotations.push([change.key, change.value]);
    } else if (change.do === 'remove-annotation') {
      removeAnnotations.push(change.key);
    } else if (change.do === 'set-field' && typeof change.value === 'string') {
      fields.push([change.path.join('.'), change.value]);
    } else {
      return undefined;
    }
  }
  return {
    entity,
    annotations: Object.fromEntries(annotations),
    ...(removeAnnotations.length > 0 && { removeAnnotations }),
    fields: Object.fromEntries(fields),
  };
}

/** The address of the template's form with its values filled in. */
export function templateHref(form: string, input: TemplateInput): string {
  return `${form}?formData=${encodeURIComponent(JSON.stringify(input))}`;
}
