import { urlReaderServiceFactory } from '@backstage/backend-defaults/urlReader';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { component, group } from './entities';
import { LoopbackGitHost } from './LoopbackGitHost';
import { type Portal, startPortal } from './startPortal';
import { TestCatalog } from './TestCatalog';
import type { Engine, TestDatabases } from './TestDatabases';

export const RUNBOOK =
  '# Runbook\n\n1. Look at the dashboard.\n2. Roll back.\n';
export const WORKFLOW =
  'on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n';
const FILES = {
  '.github/workflows/ci.yml': WORKFLOW,
  'docs/runbook.md': RUNBOOK,
  'src/index.test.ts': 'it("works", () => {});',
};

/** A host on loopback, and a portal whose components have their sources there. */
export class HostedTrees {
  readonly catalog = new TestCatalog([]);
  #portal: Portal | undefined;

  private constructor(
    readonly git: LoopbackGitHost,
    readonly databases: TestDatabases,
  ) {}

  static async open(databases: TestDatabases): Promise<HostedTrees> {
    const git = await LoopbackGitHost.start();
    git.files = FILES;
    return new HostedTrees(git, databases);
  }

  /** Starts the portal; gives its database. */
  async start(
    options: {
      engine?: Engine;
      /** Section `maturity.repository`. */
      repository?: JsonObject;
      /** Components, each with a repository of its name. */
      names?: readonly string[];
      annotations?: Record<string, string>;
    } = {},
  ): Promise<Knex> {
    const { engine = 'SQLite', names = ['checkout'], annotations } = options;
    this.catalog.entities = [
      group('payments'),
      ...names.map(name =>
        component(name, {
          annotations: { ...this.git.sourceOf(name), ...annotations },
        }),
      ),
    ];
    const db = await this.databases.connect(engine);
    this.#portal = await startPortal({
      db,
      catalog: this.catalog,
      config: {
        integrations: this.git.integrations,
        maturity: { repository: { enabled: true, ...options.repository } },
      },
      features: [urlReaderServiceFactory],
    });
    return db;
  }

  get portal(): Portal {
    if (!this.#portal) throw new Error('The portal has not started.');
    return this.#portal;
  }

  /** The result of a check of a component. */
  async verdict(check: string, name = 'checkout') {
    const { body } = await this.portal
      .get(`/scorecards/component/default/${name}`)
      .expect(200);
    return body.scorecard.results.find(
      (result: { check: string }) => result.check === check,
    );
  }

  async stop(): Promise<void> {
    await this.#portal?.stop();
    await this.git.stop();
  }
}
