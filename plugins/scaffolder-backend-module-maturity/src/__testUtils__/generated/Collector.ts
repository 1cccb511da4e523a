import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

/** Takes traces as a collector of OpenTelemetry does, in whatever form they come. */
export class Collector {
  readonly #server: Server;
  readonly #received: Buffer[] = [];

  private constructor(server: Server, readonly address: string) {
    this.#server = server;
    server.on('request', (request, response) => {
      if (request.url !== '/v1/traces') response.statusCode = 404;
      request.on('data', data => this.#received.push(data));
      request.on('end', () => response.end());
    });
  }

  static async start(): Promise<Collector> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('No port.');
    return new Collector(server, `http://127.0.0.1:${address.port}`);
  }

  /** Ends it; gives all that it received. */
  stop(): Buffer {
    this.#server.close();
    return Buffer.concat(this.#received);
  }
}
