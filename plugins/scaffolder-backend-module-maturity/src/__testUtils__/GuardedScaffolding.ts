import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  type BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModelScaffolder from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import permissionBackend from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import catalogModuleMaturity from '@backstage-maturity/plugin-catalog-backend-module-maturity';
// Signing in is the same for all packages, and no part of any.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { IdentityProvider } from '../../../maturity-backend/src/__testUtils__/IdentityProvider';
import { stringify } from 'yaml';
import { commitFiles, initRepository } from '../local/repository';
import { scaffolderModuleMaturity } from '../module';

const LONGEST_WAIT_MS = 60_000;

/** A step of a template. */
export interface Step {
  action: string;
  input: Record<string, unknown>;
}

export interface GuardedOptions {
  policy: PermissionPolicy;
  /** What users own with, beside themselves. */
  claims: Readonly<Record<string, readonly string[]>>;
  /** Steps of each template; each takes a `name`. */
  templates: Readonly<Record<string, readonly Step[]>>;
}

function policyModule(policy: PermissionPolicy): BackendFeature {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register: env =>
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        init: async ({ policies }) => policies.setPolicy(policy),
      }),
  });
}

function templateText(name: string, steps: readonly Step[]): string {
  return stringify({
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name },
    spec: {
      type: 'service',
      owner: 'user:default/nobody',
      parameters: { properties: { name: { type: 'string' } } },
      steps: steps.map((step, index) => ({ id: `step${index}`, ...step })),
    },
  });
}

/** A component of the team payments. */
export function componentText(name: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: production
  owner: group:default/payments
`;
}

/** Catalog and scaffolder with a policy: permission backend and auth services are the real ones. */
export class GuardedScaffolding {
  readonly #folder: string;
  readonly #backend: TestBackend;
  readonly #identity: IdentityProvider;

  private constructor(options: {
    folder: string;
    backend: TestBackend;
    identity: IdentityProvider;
  }) {
    this.#folder = options.folder;
    this.#backend = options.backend;
    this.#identity = options.identity;
  }

  static async start(options: GuardedOptions): Promise<GuardedScaffolding> {
    const { policy, claims, templates } = options;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'maturity-guarded-'));
    const identity = new IdentityProvider(claims);
    const locations = Object.entries(templates).map(([name, steps]) => {
      const target = path.join(folder, `${name}.yaml`);
      writeFileSync(target, templateText(name, steps));
      return { type: 'file', target, rules: [{ allow: ['Template'] }] };
    });
    mkdirSync(path.join(folder, 'layer'));
    writeFileSync(
      path.join(folder, 'layer/catalog-info.yaml'),
      componentText('${{ values.name }}'),
    );
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModelScaffolder,
        catalogModuleMaturity,
        scaffolderPlugin,
        scaffolderModuleMaturity,
        permissionBackend,
        policyModule(policy),
        identity.feature,
        authServiceFactory,
        httpAuthServiceFactory,
        httpRouterServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        schedulerServiceFactory,
        userInfoServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: { client: 'better-sqlite3', connection: ':memory:' },
            },
            permission: { enabled: true },
            catalog: { locations },
            maturity: { local: { root: path.join(folder, 'services') } },
          },
        }),
      ],
    });
    const scaffolding = new GuardedScaffolding({ folder, backend, identity });
    for (const name of Object.keys(templates)) {
      await scaffolding.entity(
        'user:default/admin',
        `template/default/${name}`,
      );
    }
    return scaffolding;
  }

  /** The folder of local services. */
  get root(): string {
    return path.join(this.#folder, 'services');
  }

  /** Puts a service into the portal, with all files committed; waits until it is in the catalog. */
  async publish(name: string, files: Record<string, string>): Promise<void> {
    const dir = path.join(this.root, name);
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
    await this.entity('user:default/admin', `component/default/${name}`);
  }

  /** Waits until a user sees an entity. */
  async entity(user: string, place: string): Promise<void> {
    const until = Date.now() + LONGEST_WAIT_MS;
    const route = `catalog/entities/by-name/${place}`;
    while (!(await this.ask(user, route)).ok) {
      if (Date.now() > until) throw new Error(`There is no ${place}.`);
      await delay(100);
    }
  }

  /** Starts a task; gives its id, or the status of the refusal. */
  async begin(
    user: string,
    template: string,
    name: string,
  ): Promise<{ id: string } | { refused: number }> {
    const response = await this.ask(user, 'scaffolder/v2/tasks', {
      templateRef: `template:default/${template}`,
      values: { name },
    });
    if (!response.ok) return { refused: response.status };
    const { id } = await response.json();
    return { id };
  }

  /** How a task ends, with all of its messages. */
  async end(id: string): Promise<{ status: string; log: string }> {
    const admin = 'user:default/admin';
    const until = Date.now() + LONGEST_WAIT_MS;
    for (;;) {
      const response = await this.ask(admin, `scaffolder/v2/tasks/${id}`);
      const { status } = await response.json();
      if (status !== 'open' && status !== 'processing') {
        const route = `scaffolder/v2/tasks/${id}/events`;
        const events: { body: { message: string } }[] = await (
          await this.ask(admin, route)
        ).json();
        const log = events.map(({ body }) => body.message).join('\n');
        return { status, log };
      }
      if (Date.now() > until) throw new Error('The task does not end.');
      await delay(100);
    }
  }

  /** Runs a template to its end. */
  async run(user: string, template: string, name: string) {
    const task = await this.begin(user, template, name);
    if ('refused' in task) throw new Error(`Refused with ${task.refused}.`);
    return this.end(task.id);
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  ask(user: string, route: string, body?: unknown): Promise<Response> {
    const url = `http://localhost:${this.#backend.server.port()}/api/${route}`;
    return fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: this.#identity.header(user),
        'content-type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }
}
