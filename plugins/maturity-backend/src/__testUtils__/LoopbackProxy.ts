import net from 'node:net';

/** Stands between a client and a server on this machine, and can cut all connections and refuse new ones. */
export class LoopbackProxy {
  #server: net.Server | undefined;
  readonly #sockets = new Set<net.Socket>();
  readonly #target: number;
  #port = 0;

  /** @param target - port of the server */
  constructor(target: number) {
    this.#target = target;
  }

  /** Where clients connect; the same after each cut. */
  get port(): number {
    return this.#port;
  }

  async open(): Promise<void> {
    const server = net.createServer(client => {
      const upstream = net.connect(this.#target, '127.0.0.1');
      for (const socket of [client, upstream]) {
        this.#sockets.add(socket);
        socket.on('close', () => this.#sockets.delete(socket));
      }
      client.on('error', () => upstream.destroy());
      upstream.on('error', () => client.destroy());
      client.pipe(upstream).pipe(client);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (typeof address === 'object' && address) this.#port = address.port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    const closed = new Promise(resolve => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
