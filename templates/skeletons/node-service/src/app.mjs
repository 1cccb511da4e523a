import { createServer } from 'node:http';

/** The HTTP server, not yet listening. `state.ready` turns false while it shuts down. */
export function createApp(state) {
  return createServer((request, response) => {
    if (request.url === '/healthz') {
      response.writeHead(200).end('ok');
    } else if (request.url === '/readyz') {
      response.writeHead(state.ready ? 200 : 503).end();
    } else {
      response.writeHead(404).end();
    }
  });
}
