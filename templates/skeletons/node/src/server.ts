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
import { readTarget, type Target } from './target.js';
import { type Tracing, untraced } from './tracing.js';

const TRACE = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

// Longer than load balancers keep a connection that rests, so that it is they who close it: one that
// is closed here could have the next request on its way.
const RESTING_MS = 75_000;

// How often it is looked for callers that send too slowly.
const CHECK_EVERY_MS = 1_000;

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
  /** Nothing is traced without it. */
  tracing?: Tracing;
}

function traceId(request: IncomingMessage): string {
  const header = request.headers.traceparent;
  const parent = typeof header === 'string' ? TRACE.exec(header) : null;
  return parent?.[1] ?? randomUUID().replaceAll('-', '');
}

async function answerOf(
  routes: Routes,
  request: Target & { method: string },
): Promise<Answer> {
  const { method, path } = request;
  const handler = routes.get(`${method} ${path}`);
  if (handler) return handler(request);
  return {
    code: 404,
    body: { error: `There is nothing at ${method} ${path}.` },
  };
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
  const { config, logger, metrics, readiness } = options;
  const { routes = own, tracing = untraced } = options;

  function sendText(
    response: ServerResponse,
    { code, type, text }: { code: number; type: string; text: string },
  ): void {
    response.writeHead(code, {
      'content-type': type,
      'content-length': Buffer.byteLength(text),
      'x-content-type-options': 'nosniff',
      // A connection that stays open would keep the shutdown waiting.
      ...(readiness.ready ? {} : { connection: 'close' }),
    });
    response.end(text);
  }

  function send(response: ServerResponse, { code, body }: Answer): void {
    const text = JSON.stringify(body);
    sendText(response, { code, type: 'application/json; charset=utf-8', text });
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
        sendText(response, { code: 200, type: metrics.contentType, text });
        return true;
      }
      default:
        return false;
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const target = readTarget(request.url ?? '/');
    if (await probe(target.path, response)) return;
    const method = request.method ?? 'GET';
    const route = routes.has(`${method} ${target.path}`)
      ? target.path
      : 'unknown';
    const started = process.hrtime.bigint();
    let answer: Answer;
    tracing.name({ method, route });
    const log = logger.child({
      trace_id: tracing.traceId() ?? traceId(request),
    });
    try {
      answer = await inTime(
        answerOf(routes, { method, ...target }),
        config.requestTimeoutMs,
      );
    } catch (error) {
      log.error({ error }, 'The request failed.');
      answer = { code: 500, body: { error: 'The request failed.' } };
    }
    send(response, answer);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics.observe({ method, route, code: answer.code, seconds });
    log.info({ method, route, code: answer.code, seconds }, 'request');
  }

  const limits = {
    requestTimeout: config.requestTimeoutMs,
    headersTimeout: config.requestTimeoutMs,
    keepAliveTimeout: RESTING_MS,
    connectionsCheckingInterval: CHECK_EVERY_MS,
  };
  return createHttpServer(limits, (request, response) => {
    handle(request, response).catch(error => {
      logger.error({ error }, 'The request could not be answered.');
      response.destroy();
    });
  });
}
