import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  createTemplateRenderer,
  type PreparedTemplateContext,
  type TemplateFilter,
  type TemplateRenderer,
  type TemplateValue,
} from 'nunjitsu';
import { at, toJson } from './data';

/** A copy without keys that have no value. */
function toTemplateValue(value: JsonValue): TemplateValue {
  return JSON.parse(JSON.stringify(value));
}

/** The filter of the scaffolder: the parts of an entity reference. */
const entityRef: TemplateFilter = (value, context) => {
  const json = toJson(value);
  const text = (key: string): string | undefined => {
    const found = at(json, key);
    return typeof found === 'string' ? found : undefined;
  };
  const preset = (key: string): string | undefined => {
    const found = at(toJson(context), key);
    return typeof found === 'string' ? found : undefined;
  };
  const ref =
    typeof json === 'string'
      ? json
      : {
          kind: text('kind'),
          namespace: text('namespace'),
          name: text('name') ?? '',
        };
  const { kind, namespace, name } = parseEntityRef(ref, {
    defaultKind: preset('defaultKind'),
    defaultNamespace: preset('defaultNamespace'),
  });
  return { kind, namespace, name };
};

/** The filter of the scaffolder: a value inside, by names with dots between them. */
const pick: TemplateFilter = (value, path) => {
  const found = at(toJson(value), ...String(path).split('.'));
  return found === undefined ? undefined : toTemplateValue(toJson(found));
};

function repositoryOf(value: unknown): Record<string, string> {
  const url = new URL(`https://${value}`);
  const parts = ['owner', 'organization', 'workspace', 'project', 'repo']
    .map((name): [string, string] => [
      name,
      (url.searchParams.get(name) ?? '').replace(/^\/+|\/+$/g, ''),
    ])
    .filter(([, part]) => part !== '');
  const repository = Object.fromEntries(parts);
  if (!Object.hasOwn(repository, 'repo')) {
    throw new InputError(`"${value}" names no repository.`);
  }
  return { host: url.host, ...repository };
}

/** The filter of the scaffolder: owner and name of a repository. */
const projectSlug: TemplateFilter = value => {
  const { owner, repo } = repositoryOf(value);
  return `${owner}/${repo}`;
};

/** Renders values and texts of one template with the answers of one service. */
export class ServiceRenderer {
  private readonly steps: TemplateRenderer;
  private readonly context: PreparedTemplateContext;

  constructor(private readonly portal: string, answers: JsonObject) {
    this.steps = this.rendererOf({});
    this.context = this.steps.prepareContext({
      parameters: toTemplateValue(answers),
      environment: { parameters: {}, secrets: {} },
      secrets: {},
      steps: {},
      user: {},
      context: { task: { id: '' } },
    });
  }

  /** The input of a step, every text in it rendered; one that cannot be rendered stays, as in the scaffolder. */
  input(input: JsonValue): JsonValue {
    return JSON.parse(JSON.stringify(input), (_, value: unknown) => {
      if (typeof value !== 'string') {
        return value;
      }
      try {
        return this.steps.renderValue(value, this.context);
      } catch {
        return value;
      }
    });
  }

  /** Whether a step with a condition runs. */
  holds(condition: string | boolean | undefined): boolean {
    if (typeof condition !== 'string') {
      return condition !== false;
    }
    const value = this.input(condition);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  }

  /** A function that renders the files and the names of one layer. */
  layer(
    values: JsonValue,
    blocks: { trimBlocks: boolean; lstripBlocks: boolean },
  ): (text: string) => string {
    const renderer = this.rendererOf(blocks);
    const context = renderer.prepareContext({
      values: toTemplateValue(values),
    });
    return text => renderer.render(text, context);
  }

  private rendererOf(blocks: {
    trimBlocks?: boolean;
    lstripBlocks?: boolean;
  }): TemplateRenderer {
    return createTemplateRenderer({
      // The scaffolder allows them; what it renders has to come out the same.
      allowRegexExecution: true,
      filters: {
        parseEntityRef: entityRef,
        parseRepoUrl: repositoryOf,
        pick,
        projectSlug,
      },
      globals: {
        portalUrl: this.portal,
        always: () => true,
        failure: () => false,
      },
      ...blocks,
    });
  }
}
