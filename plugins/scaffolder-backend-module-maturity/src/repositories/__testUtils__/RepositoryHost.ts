import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** What the host answers: a status, perhaps with an address to go on to; or nothing at all. */
export type Reply = { status: number; location?: string } | 'silence';

/** GitHub and GitLab on the loopback interface, as far as they say which repositories exist. */
export class RepositoryHost {
  /** What was asked, with the credential. */
  readonly asked: { url: string; authorization: string | undefined }[] = [];
  readonly replies = new Map<string, Reply>();
  readonly #server: Server;
  readonly address: string;

  private constructor(server: Server) {
    this.#server = server;
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('No port.');
    this.address = `http://127.0.0.1:${address.port}`;
    server.on('request', (request, response) => {
      const { url = '', headers } = request;
      this.asked.push({ url, authorization: headers.authorization });
      const reply = this.replies.get(url) ?? { status: 404 };
      if (reply === 'silence') return;
      const { status, location } = reply;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(location === undefined ? {} : { location }),
      });
      response.end(JSON.stringify({ message: `Status ${status}` }));
    });
  }

  static async start(): Promise<RepositoryHost> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new RepositoryHost(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
