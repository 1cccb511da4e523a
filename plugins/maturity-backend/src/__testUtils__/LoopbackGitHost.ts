import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { tarball } from './tarball';

/** A server on loopback that speaks as much of GitHub's API as reading a tree needs. */
export class LoopbackGitHost {
  /** The commit that every repository is at. */
  commit = 'c1';
  files: Readonly<Record<string, string>> = {};
  /** Status of all answers, when it is not 200. */
  status = 200;
  /** Statuses of single repositories, by their name. */
  readonly statusOf = new Map<string, number>();
  /** Answers instead of the archive. */
  archive: ((response: ServerResponse) => void) | undefined;
  /** Paths that were asked for. */
  requests: string[] = [];
  /** Requests that are answered at the moment, and most of them at once. */
  readonly load = { now: 0, most: 0 };
  /** Milliseconds before an archive is sent. */
  delay = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request.url ?? '', response);
    });
  }

  static async start(): Promise<LoopbackGitHost> {
    const host = new LoopbackGitHost();
    await new Promise<void>(resolve =>
      host.#server.listen(0, '127.0.0.1', resolve),
    );
    return host;
  }

  get host(): string {
    const address: AddressInfo | string | null = this.#server.address();
    if (!address || typeof address === 'string') throw new Error('No address.');
    return `127.0.0.1:${address.port}`;
  }

  /** What `integrations` has to say. */
  get integrations() {
    const { host } = this;
    return { github: [{ host, apiBaseUrl: `http://${host}/api` }] };
  }

  /** The annotations of a component that is registered from a repository, and whose files are its tree. */
  sourceOf(repository: string, folder = ''): Record<string, string> {
    const url = `http://${this.host}/acme/${repository}`;
    return {
      'backstage.io/managed-by-location': `url:${url}/blob/main/catalog-info.yaml`,
      'backstage.io/source-location': `url:${url}/tree/main/${folder}`,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(path: string, response: ServerResponse): void {
    this.requests.push(path);
    this.load.now += 1;
    this.load.most = Math.max(this.load.most, this.load.now);
    response.on('close', () => {
      this.load.now -= 1;
    });
    const repository = /^\/api\/repos\/acme\/([^/]+)\//.exec(path)?.[1] ?? '';
    const status = this.statusOf.get(repository) ?? this.status;
    if (status !== 200) {
      response.writeHead(status).end('{}');
      return;
    }
    if (path.includes('/status')) {
      const archives = `http://${this.host}/api/repos/acme/${repository}/{archive_format}{/ref}`;
      const body = {
        sha: this.commit,
        repository: { archive_url: archives },
      };
      response.end(JSON.stringify(body));
    } else if (this.archive) {
      this.archive(response);
    } else {
      const inFolder = Object.entries(this.files).map(([name, text]) => [
        `acme-${repository}-${this.commit}/${name}`,
        text,
      ]);
      const body = gzipSync(tarball(Object.fromEntries(inFolder)));
      setTimeout(() => response.end(body), this.delay);
    }
  }
}
