import { type Config, ConfigError, readConfig } from './config.js';
import { createLogger } from './logs.js';
import { createMetrics } from './metrics.js';
import { createServer } from './server.js';
import { shutDown } from './shutdown.js';
import { startTracing } from './tracing.js';

function configOf(env: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = configOf(process.env);
const logger = createLogger(config.logLevel);
const tracing = await startTracing(process.env, logger);

const readiness = { ready: true };
const metrics = createMetrics();
const server = createServer({ config, logger, metrics, readiness, tracing });
server.on('error', error => {
  logger.fatal({ error }, 'The service cannot listen.');
  process.exitCode = 1;
});
server.listen(config.port, () =>
  logger.info({ port: config.port }, 'listening'),
);

let stopping = false;
async function stop(signal: string) {
  if (stopping) return;
  stopping = true;
  logger.info({ signal }, 'shutting down');
  await shutDown(server, { readiness, drainMs: config.drainMs });
  await tracing.stop();
  logger.info('stopped');
}
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
