import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** Listens on a free loopback port and gives it. */
export function listen(server: http.Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('The server has no port.'));
    });
  });
}

interface Listing {
  entities: readonly Entity[];
  /** Whether a sweep reads, which needs whole entities, and not a poll. */
  whole: boolean;
}

/**
 * The API of a catalog for processes of a test. Each process has a path of its own, so that one of them
 * can be kept waiting for its second page.
 */
export class HttpCatalog {
  entities: readonly Entity[] = [];
  #waiting: string | undefined;
  #isHeld: (client: string) => boolean = () => false;
  readonly #listings: Listing[] = [];
  readonly #server = http.createServer((request, response) => {
    this.#answer(new URL(request.url ?? '', 'http://catalog'))
      .then(body => {
        response.setHeader('Content-Type', 'application/json');
        response.statusCode = body === undefined ? 404 : 200;
        response.end(JSON.stringify(body ?? {}));
      })
      .catch(error => response.destroy(error));
  });

  static async start(): Promise<{ catalog: HttpCatalog; port: number }> {
    const catalog = new HttpCatalog();
    return { catalog, port: await listen(catalog.#server) };
  }

  /** Keeps sweeps waiting in the middle of reading; gives the client that is, once one is. */
  async hold(): Promise<string> {
    this.#waiting = undefined;
    this.#isHeld = () => true;
    while (!this.#waiting) await pause(20);
    return this.#waiting;
  }

  /** Lets all clients go on but one, if one is named. */
  release(options: { but?: string } = {}): void {
    this.#isHeld = client => client === options.but;
  }

  async stop(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(url: URL): Promise<unknown> {
    const [client, , , , what, ...ref] = url.pathname.slice(1).split('/');
    if (what === 'by-query') return this.#page(client, url.searchParams);
    const wanted = `${ref[0]}:${ref[1]}/${ref[2]}`;
    return this.entities.find(entity => stringifyEntityRef(entity) === wanted);
  }

  async #page(client: string, query: URLSearchParams): Promise<unknown> {
    const cursor = query.get('cursor');
    if (cursor !== null) {
      const { entities, whole } = this.#listings[Number(cursor)];
      while (whole && this.#isHeld(client)) {
        this.#waiting = client;
        await pause(20);
      }
      const items = entities.slice(Math.ceil(entities.length / 2));
      return { items, totalItems: entities.length, pageInfo: {} };
    }
    const { entities } = this;
    const whole = (query.get('fields') ?? '').split(',').includes('spec');
    this.#listings.push({ entities, whole });
    const nextCursor = `${this.#listings.length - 1}`;
    return {
      items: entities.slice(0, Math.ceil(entities.length / 2)),
      totalItems: entities.length,
      pageInfo: { nextCursor },
    };
  }
}
