import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { GitBackend } from './gitBackend';
import { github } from './github';
import { gitlab } from './gitlab';

/** The one credential that the hosts take. */
export const TOKEN = 'token-of-the-portal';

/** What was asked of the API of a host. */
export interface Asked {
  host: string;
  call: string;
  body: unknown;
}

/** Answers a call, written as method and path; undefined is "there is no such thing". */
export type Api = (request: {
  call: string;
  git: GitBackend;
  /** Of all hosts. */
  address: string;
}) => unknown;

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

/**
 * GitHub and GitLab on the loopback interface: of their APIs what it takes to make a repository there and to propose a change,
 * and git itself over HTTP. Whatever else is asked for is answered with 404.
 */
export class LoopbackHosts {
  readonly asked: Asked[] = [];
  readonly git: GitBackend;
  readonly #server: Server;
  readonly #address: string;

  private constructor(server: Server, git: GitBackend) {
    this.git = git;
    this.#server = server;
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('No port.');
    this.#address = `http://127.0.0.1:${address.port}`;
    server.on('request', (request, response) => {
      this.#answer(request, response).catch(error => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
  }

  static async start(folder: string): Promise<LoopbackHosts> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new LoopbackHosts(server, new GitBackend(folder));
  }

  /** How a portal reaches them. */
  get integrations() {
    const own = `${this.#address}/gitlab`;
    return {
      github: [
        {
          host: 'github.com',
          apiBaseUrl: `${this.#address}/github`,
          token: TOKEN,
        },
      ],
      gitlab: [
        {
          host: 'gitlab.com',
          baseUrl: own,
          apiBaseUrl: `${own}/api/v4`,
          token: TOKEN,
        },
      ],
    };
  }

  /** The text of a file of a repository, by the address of the page that shows it; undefined when it is not there. */
  page(url: string): string | undefined {
    const pages = new Map([
      // What the integration makes of `/blob/`, as both show the same.
      ['https://github.com/acme/checkout/tree/', 'github/checkout.git'],
      ['https://gitlab.com/acme/money/invoices/-/blob/', 'gitlab/invoices.git'],
    ]);
    for (const [start, name] of pages) {
      if (!url.startsWith(start)) continue;
      const [branch, ...file] = url.slice(start.length).split('/');
      return this.git.read(name, { branch, file: file.join('/') });
    }
    return undefined;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = request.url ?? '/';
    const { authorization = '', 'private-token': own } = request.headers;
    const given = `${Buffer.from(
      authorization.replace(/^Basic /, ''),
      'base64',
    )} ${authorization} ${own}`;
    if (!given.includes(TOKEN)) {
      response.statusCode = 401;
      response.setHeader('www-authenticate', 'Basic realm="git"');
      response.end();
      return;
    }
    if (url.startsWith('/git/')) {
      this.git.serve(request, response, url.slice('/git'.length));
      return;
    }
    const text = await textOf(request);
    const [, host, route] = /^\/(github|gitlab)(\/[^?]*)/.exec(url) ?? [];
    const call = `${request.method} ${route}`;
    const body: unknown = text ? JSON.parse(text) : undefined;
    this.asked.push({ host, call, body });
    const api = host === 'github' ? github : gitlab;
    const answer = api({ call, git: this.git, address: this.#address });
    response.statusCode = answer === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
  }
}
