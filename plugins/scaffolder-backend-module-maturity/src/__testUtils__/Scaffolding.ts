import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModelScaffolder from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import scaffolderModuleGithub from '@backstage/plugin-scaffolder-backend-module-github';
import scaffolderModuleGitlab from '@backstage/plugin-scaffolder-backend-module-gitlab';
import catalogModuleMaturity from '@backstage-maturity/plugin-catalog-backend-module-maturity';
import { NotFoundError } from '@backstage/errors';
import { parse } from 'yaml';
import { commitFiles, initRepository } from '../local/repository';
import { scaffolderModuleMaturity } from '../module';
import type { LoopbackHosts } from './hosts/LoopbackHosts';
import { REPOSITORY } from './repository';

export { REPOSITORY };

export const TEMPLATES = path.resolve(__dirname, '../../../../templates');
const LONGEST_WAIT_MS = 60_000;

/** Who and what a new service refers to. */
const AROUND = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: payments
  annotations:
    pagerduty.com/service-id: PX1
spec:
  type: team
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: developer-platform
spec:
  type: platform
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: Domain
metadata:
  name: commerce
spec:
  owner: payments
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: shop
spec:
  owner: payments
  domain: commerce
`;

/** Repositories on hosts that hold something else, by their address. */
const others = new Map<string, Readonly<Record<string, string>>>();

/** What a page of a host shows, where a test has hosts. */
let pageOf: (url: string) => string | undefined = () => undefined;

const remotes = mockServices.urlReader.mock({
  search: async url => {
    const text = pageOf(url);
    if (text === undefined) throw new NotFoundError(`There is no ${url}.`);
    return {
      etag: '1',
      files: [{ url, content: async () => Buffer.from(text) }],
    };
  },
  readUrl: async url => ({
    buffer: async () => {
      const [name, text] = Object.entries(REPOSITORY)[1];
      if (!url.endsWith(`/HEAD/${name}`)) throw new Error(`No ${url}.`);
      return Buffer.from(text);
    },
  }),
  readTree: async url => ({
    etag: '1',
    files: async () => [],
    archive: async () => Readable.from([]),
    dir: async options => {
      const folder = options?.targetDir ?? '';
      for (const [name, text] of Object.entries(
        others.get(url) ?? REPOSITORY,
      )) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
      }
      return folder;
    },
  }),
});

/** An action, as the scaffolder describes it. */
export interface KnownAction {
  id: string;
  schema?: {
    input?: { properties?: object; anyOf?: { properties?: object }[] };
    output?: { properties?: object };
  };
}

/** What a dry run gives. */
export interface DryRun {
  log: string;
  output: Record<string, unknown>;
  /** Text of the files of the workspace, by path. */
  files: ReadonlyMap<string, string>;
}

/** How a task ended. */
export interface TaskEnd {
  status: string;
  /** All messages of the task, a line each. */
  log: string;
  output: Record<string, unknown>;
}

/** The templates of a folder and the files beside them, as a dry run takes them. */
function templateFiles(folder: string) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({
      path: path.relative(folder, file),
      base64Content: readFileSync(file, 'base64'),
    }));
}

/** A backend with catalog, scaffolder and our modules, in which the templates of a folder are registered. */
export class Scaffolding {
  readonly #folder: string;
  readonly #backend: TestBackend;
  readonly #templates: string;

  private constructor(options: {
    folder: string;
    backend: TestBackend;
    templates: string;
  }) {
    this.#folder = options.folder;
    this.#backend = options.backend;
    this.#templates = options.templates;
  }

  /**
   * Nothing is published on a host, unless a test has hosts. The templates are those of this repository, unless a
   * test has a folder of its own.
   */
  static async start(
    options: { hosts?: LoopbackHosts; templates?: string } = {},
  ): Promise<Scaffolding> {
    const { hosts, templates: source = TEMPLATES } = options;
    pageOf = url => hosts?.page(url);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-templates-'));
    const around = path.join(folder, 'around.yaml');
    writeFileSync(around, AROUND);
    const templates = readdirSync(source)
      .filter(name => name.endsWith('.yaml'))
      .map(name => ({
        type: 'file',
        target: path.join(source, name),
        rules: [{ allow: ['Template'] }],
      }));
    const kinds = { allow: ['Group', 'System', 'Domain'] };
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModelScaffolder,
        catalogModuleMaturity,
        scaffolderPlugin,
        scaffolderModuleGithub,
        scaffolderModuleGitlab,
        scaffolderModuleMaturity,
        schedulerServiceFactory,
        remotes.factory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.acme.test' },
            backend: {
              baseUrl: 'http://localhost:7007',
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            // A dry run looks for them, and asks them nothing.
            integrations: hosts?.integrations ?? {
              github: [{ host: 'github.com', token: 'none' }],
              gitlab: [
                {
                  host: 'gitlab.com',
                  apiBaseUrl: 'https://gitlab.com/api/v4',
                  token: 'none',
                },
              ],
            },
            catalog: {
              locations: [
                { type: 'file', target: around, rules: [kinds] },
                ...templates,
              ],
            },
            maturity: { local: { root: path.join(folder, 'services') } },
          },
        }),
      ],
    });
    const scaffolding = new Scaffolding({
      folder,
      backend,
      templates: source,
    });
    await scaffolding.entity('system', 'shop');
    for (const { target } of templates) {
      await scaffolding.entity('template', path.basename(target, '.yaml'));
    }
    return scaffolding;
  }

  /** The file of who and what a new service refers to. */
  get around(): string {
    return path.join(this.#folder, 'around.yaml');
  }

  /** The folder of a locally published service. */
  service(name: string): string {
    return path.join(this.#folder, 'services', name);
  }

  /** Puts a service into the portal that no template made, with all files committed. */
  async publish(name: string, files: Record<string, string>): Promise<void> {
    const dir = this.service(name);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
      writeFileSync(path.join(dir, file), text);
    }
    await initRepository(dir);
    await commitFiles({
      dir,
      files: Object.keys(files),
      message: 'Begin',
      author: { name: 'Ada', email: 'ada@acme.test' },
      work: { task: 'none', step: 'none' },
    });
    await this.entity('component', name);
  }

  /** Makes the repository at an address of a host hold files. */
  serve(url: string, files: Readonly<Record<string, string>>): void {
    others.set(url, files);
  }

  /** The actions that templates may use, by id. */
  async actions(): Promise<ReadonlyMap<string, KnownAction>> {
    const response = await this.#ask('scaffolder/v2/actions');
    const actions: KnownAction[] = await response.json();
    return new Map(actions.map(action => [action.id, action]));
  }

  /** Runs a template without any effect outside of the workspace. Parameters have no defaults here. */
  async dryRun(template: string, values: object): Promise<DryRun> {
    const source = path.join(this.#templates, `${template}.yaml`);
    const text = readFileSync(source, 'utf8');
    const response = await this.#ask('scaffolder/v2/dry-run', {
      template: parse(text),
      values,
      directoryContents: templateFiles(this.#templates),
    });
    const { log, output, directoryContents, ...rest } = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(rest));
    const lines: { body: { message: string } }[] = log;
    const files: { path: string; base64Content: string }[] = directoryContents;
    return {
      log: lines.map(({ body }) => body.message).join('\n'),
      output,
      files: new Map(
        files.map(file => [
          file.path,
          Buffer.from(file.base64Content, 'base64').toString('utf8'),
        ]),
      ),
    };
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** An entity of the catalog, as soon as it is there. */
  async entity(kind: string, name: string) {
    const route = `catalog/entities/by-name/${kind}/default/${name}`;
    const until = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const response = await this.#ask(route);
      if (response.ok) return response.json();
      if (Date.now() > until) {
        throw new Error(`There is no ${kind} ${name}: ${response.status}.`);
      }
      await delay(200);
    }
  }

  /** Runs a template to its end, as a user does. */
  async run(template: string, values: object): Promise<TaskEnd> {
    const created = await this.#ask('scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
    const { id, ...rest } = await created.json();
    if (id === undefined) throw new Error(JSON.stringify(rest));
    const until = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const response = await this.#ask(`scaffolder/v2/tasks/${id}`);
      const { status } = await response.json();
      if (status !== 'open' && status !== 'processing') {
        return this.#endOf(id, status);
      }
      if (Date.now() > until) throw new Error('The task does not end.');
      await delay(200);
    }
  }

  async #endOf(id: string, status: string): Promise<TaskEnd> {
    const response = await this.#ask(`scaffolder/v2/tasks/${id}/events`);
    const events: { body: { message: string; output?: object } }[] =
      await response.json();
    const bodies = events.map(({ body }) => body);
    return {
      status,
      log: bodies.map(({ message }) => message).join('\n'),
      output: Object.assign({}, ...bodies.map(({ output }) => output)),
    };
  }

  #ask(route: string, body?: unknown): Promise<Response> {
    const url = `http://localhost:${this.#backend.server.port()}/api/${route}`;
    return fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}
