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
  string | string[] | Record<string, string>[] | Record<string, string>
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

/** What the template takes of changes, input by input. */
class Inputs {
  readonly own = new Map<string, string | string[]>();
  readonly fields = new Map<string, string>();
  readonly annotations = new Map<string, string>();
  readonly links: Record<string, string>[] = [];
  readonly lists = {
    tags: new Array<string>(),
    removeTags: new Array<string>(),
    removeLinks: new Array<string>(),
    removeFields: new Array<string>(),
    removeAnnotations: new Array<string>(),
  };

  /** False where the template has no input for a change. */
  add(change: Change): boolean {
    switch (change.do) {
      case 'set-annotation':
        this.annotations.set(change.key, change.value);
        return true;
      case 'remove-annotation':
        this.lists.removeAnnotations.push(change.key);
        return true;
      case 'set-field':
        return this.#setField(pathOf(change.path), change.value);
      case 'remove-field':
        return this.#list('removeFields', pathOf(change.path));
      case 'set-link':
        this.links.push({ ...change.link });
        return true;
      case 'remove-link': {
        const { type, url } = change;
        // The template knows a link by one of them.
        const isOne = type === undefined || url === undefined;
        return this.#list('removeLinks', isOne ? type ?? url : undefined);
      }
      case 'add-tag':
        return this.#list('tags', change.tag);
      case 'remove-tag':
        return this.#list('removeTags', change.tag);
      default:
        return change satisfies never;
    }
  }

  toInput(): TemplateInput {
    const { fields, annotations, links, lists } = this;
    return {
      ...Object.fromEntries(this.own),
      ...(fields.size > 0 && { fields: Object.fromEntries(fields) }),
      ...(annotations.size > 0 && {
        annotations: Object.fromEntries(annotations),
      }),
      ...(links.length > 0 && { links }),
      ...Object.fromEntries(
        Object.entries(lists).filter(([, list]) => list.length > 0),
      ),
    };
  }

  #setField(
    path: string | undefined,
    value: string | readonly string[],
  ): boolean {
    if (path === undefined) return false;
    const input = INPUTS.get(path);
    const isText = typeof value === 'string';
    if (input) this.own.set(input, isText ? value : [...value]);
    else if (isText) this.fields.set(path, value);
    else if (value.some(item => item.includes(','))) return false;
    else this.fields.set(path, value.join(', '));
    return true;
  }

  #list(name: keyof Inputs['lists'], value: string | undefined): boolean {
    if (value === undefined) return false;
    this.lists[name].push(value);
    return true;
  }
}

/** Changes as the input of the template; undefined where it has no input for one of them. */
export function templateInput(
  entity: string,
  changes: readonly Change[],
  destination?: Destination,
): TemplateInput | undefined {
  const inputs = new Inputs();
  if (!changes.every(change => inputs.add(change))) return undefined;
  return { entity, ...inputs.toInput(), ...destination };
}

/** The address of the template's form with its values filled in. */
export function templateHref(form: string, input: TemplateInput): string {
  return `${form}?formData=${encodeURIComponent(JSON.stringify(input))}`;
}
