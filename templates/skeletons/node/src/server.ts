import { randomUUID } from 'node:crypto';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import type { Metrics } from './metrics.js';
import { type Answer, routes as own, type Routes } from './routes.js';

const TRACE = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

/** Whether the service takes requests; it does not while it shuts down. */
export interface Readiness {
  ready: boolean;
}

export interface ServerOptions {
  config: Pick<Config, 'requestTimeoutMs'>;
  logger: Logger;
  metrics: Metrics;
  readiness: Readiness;
  /** Those of the service, unless a test has others. */
  routes?: Routes;
}

function traceId(request: IncomingMessage): string {
  const header = request.headers.traceparent;
  const parent = typeof header === 'string' ? TRACE.exec(header) : null;
  return parent?.[1] ?? randomUUID().replaceAll('-', '');
}

async function answerOf(
  routes: Routes,
  request: { method: string; url: URL },
): Promise<Answer> {
  const handler = routes.get(`${request.method} ${request.url.pathname}`);
  if (!handler) {
    return {
      code: 404,
      body: {
        error: `There is nothing at ${request.method} ${request.url.pathname}.`,
      },
    };
  }
  const { method, url } = request;
  return handler({ method, path: url.pathname, query: url.searchParams });
}

/** The answer, or what is said in its place when it takes too long; 0 means no limit. */
async function inTime(
  answer: Promise<Answer>,
  limitMs: number,
): Promise<Answer> {
  if (limitMs === 0) return answer;
  const error = `The request took longer than ${limitMs} milliseconds.`;
  const answered = new AbortController();
  const late = delay<Answer>(
    limitMs,
    { code: 503, body: { error } },
    { signal: answered.signal },
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    answered.abort();
  }
}

/** The server with its probes, metrics and routes; it does not listen yet. */
export function createServer(options: ServerOptions): Server {
  const { config, logger, metrics, readiness, routes = own } = options;

  function send(response: ServerResponse, { code, body }: Answer): void {
    const text = JSON.stringify(body);
    response.writeHead(code, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      'x-content-type-options': 'nosniff',
      // A connection that stays open would keep the shutdown waiting.
      ...(readiness.ready ? {} : { connection: 'close' }),
    });
    response.end(text);
  }

  async function probe(path: string, response: ServerResponse) {
    switch (path) {
      case '/livez':
        send(response, { code: 200, body: { status: 'alive' } });
        return true;
      case '/readyz':
        send(response, {
          code: readiness.ready ? 200 : 503,
          body: { status: readiness.ready ? 'ready' : 'shutting down' },
        });
        return true;
      case '/metrics': {
        const text = await metrics.text();
        response.writeHead(200, { 'content-type': metrics.contentType });
        response.end(text);
        return true;
      }
      default:
        return false;
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://service');
    if (await probe(url.pathname, response)) return;
    const method = request.method ?? 'GET';
    const key = `${method} ${url.pathname}`;
    const started = process.hrtime.bigint();
    let answer: Answer;
    const log = logger.child({ trace_id: traceId(request) });
    try {
      answer = await inTime(
        answerOf(routes, { method, url }),
        config.requestTimeoutMs,
      );
    } catch (error) {
      log.error({ err: error }, 'The request failed.');
      answer = { code: 500, body: { error: 'The request failed.' } };
    }
    send(response, answer);
    const route = routes.has(key) ? url.pathname : 'unknown';
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics.observe({ method, route, code: answer.code, seconds });
    log.info({ method, route, code: answer.code, seconds }, 'request');
  }

  const server = createHttpServer((request, response) => {
    handle(request, response).catch(error => {
      logger.error({ err: error }, 'The request could not be answered.');
      response.destroy();
    });
  });
  server.requestTimeout = config.requestTimeoutMs;
  server.headersTimeout = config.requestTimeoutMs;
  return server;
}
