import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { FolderWatchers } from './FolderWatchers';
import { LocalServices } from './LocalServices';
import { LocalServicesProvider } from './LocalServicesProvider';

const LONGEST_WAIT_MS = 20_000;

jest.setTimeout(60_000);

/** Holds what a provider has given, as the catalog does. */
class Catalog {
  readonly mutations: EntityProviderMutation[] = [];
  readonly names = new Set<string>();

  applyMutation = async (mutation: EntityProviderMutation): Promise<void> => {
    this.mutations.push(mutation);
    const nameOf = (each: DeferredEntity) => each.entity.metadata.name;
    if (mutation.type === 'full') {
      this.names.clear();
      mutation.entities.forEach(each => this.names.add(nameOf(each)));
      return;
    }
    mutation.added.forEach(each => this.names.add(nameOf(each)));
    for (const each of mutation.removed) {
      if ('entity' in each) this.names.delete(nameOf(each));
    }
  };

  refresh = async (): Promise<void> => {};
}

describe('LocalServicesProvider', () => {
  let root: string;
  let catalog: Catalog;
  let provider: LocalServicesProvider;

  const start = async () => {
    const logger = mockServices.logger.mock();
    const services = new LocalServices({ root, logger });
    provider = new LocalServicesProvider({ root, services, logger });
    await provider.connect(catalog);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'maturity-local-'));
    catalog = new Catalog();
  });

  afterEach(async () => {
    await provider.stop();
    rmSync(root, { recursive: true, force: true });
  });

  function put(name: string, text?: string): void {
    mkdirSync(path.join(root, name), { recursive: true });
    const whole = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: experimental, owner: guests }
`;
    writeFileSync(path.join(root, name, 'catalog-info.yaml'), text ?? whole);
  }

  function remove(name: string): void {
    rmSync(path.join(root, name), { recursive: true });
  }

  async function becomes(names: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(names);
    const until = Date.now() + LONGEST_WAIT_MS;
    const held = () => JSON.stringify([...catalog.names].sort());
    while (held() !== wanted && Date.now() < until) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect([...catalog.names].sort()).toEqual(names);
  }

  it('removes nothing that the catalog has from before for a file that cannot be read', async () => {
    catalog.names.add('broken');
    put('broken', 'kind: [');
    put('good');
    await start();
    await becomes(['broken', 'good']);
    put('late');
    await becomes(['broken', 'good', 'late']);
    remove('late');
    await becomes(['broken', 'good']);
    expect(catalog.mutations.map(({ type }) => type)).not.toContain('full');
    remove('broken');
    await becomes(['good']);
    expect(catalog.mutations.at(-1)?.type).toBe('full');
  });

  it('removes at its start what was deleted while nobody looked', async () => {
    catalog.names.add('gone');
    put('good');
    await start();
    await becomes(['good']);
    expect(catalog.mutations).toMatchObject([{ type: 'full' }]);
  });

  it('removes nothing for a root that is not there, until a service is in it', async () => {
    catalog.names.add('old');
    rmSync(root, { recursive: true });
    await start();
    expect(catalog.mutations).toEqual([]);
    put('new');
    await becomes(['new']);
    remove('new');
    await becomes([]);
  });

  it('is at rest once it was stopped, also while it was reading', async () => {
    const watched = jest.spyOn(FolderWatchers.prototype, 'set');
    const logger = mockServices.logger.mock();
    const services = new LocalServices({ root, logger });
    const read = jest.spyOn(services, 'read');
    let goOn: () => void = () => {};
    const reading = new Promise<void>(resolve => {
      read.mockImplementationOnce(async () => {
        resolve();
        await new Promise<void>(done => {
          goOn = done;
        });
        return { folders: ['late'], entities: [], isComplete: true };
      });
    });
    provider = new LocalServicesProvider({ root, services, logger });
    jest.useFakeTimers();
    try {
      const connected = provider.connect(catalog);
      await reading;
      const stopped = provider.stop();
      goOn();
      await Promise.all([connected, stopped]);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(read).toHaveBeenCalledTimes(1);
      expect(watched).toHaveBeenLastCalledWith([]);
    } finally {
      jest.useRealTimers();
      watched.mockRestore();
    }
  });

  it('ends in the last of many states that follow each other at once', async () => {
    await start();
    for (let turn = 0; turn < 60; turn++) {
      put(`s${turn % 7}`);
      if (turn % 3 === 0) remove(`s${turn % 7}`);
      if (turn % 10 === 0) await new Promise(resolve => setImmediate(resolve));
    }
    for (let at = 0; at < 7; at++) put(`s${at}`);
    remove('s3');
    await becomes(['s0', 's1', 's2', 's4', 's5', 's6']);
    // A burst is few questions to the catalog, not one for each change.
    expect(catalog.mutations.length).toBeLessThan(30);
  });
});
