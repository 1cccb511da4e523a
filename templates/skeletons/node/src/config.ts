const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** What the environment says about this process. */
export interface Config {
  port: number;
  logLevel: string;
  /** Longest time that a request may take, in milliseconds; 0 means no limit. */
  requestTimeoutMs: number;
  /**
   * Time between "not ready" and the end of accepting connections, in milliseconds, so that load
   * balancers stop sending requests before they would be refused.
   */
  drainMs: number;
}

/** Something in the environment cannot be read; the message says what, and what was expected. */
export class ConfigError extends Error {}

/** Reads the configuration; the error has the names and values of all that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];

  function integer(name: string, fallback: number): number {
    const text = env[name];
    if (text === undefined || text === '') return fallback;
    if (!/^\d{1,9}$/.test(text)) {
      problems.push(`${name} is "${text}"; expected a whole number.`);
      return fallback;
    }
    return Number(text);
  }

  const logLevel = env.LOG_LEVEL || 'info';
  if (!LEVELS.includes(logLevel)) {
    const known = LEVELS.join(', ');
    problems.push(`LOG_LEVEL is "${logLevel}"; expected one of ${known}.`);
  }
  const config = {
    port: integer('PORT', 8080),
    logLevel,
    requestTimeoutMs: integer('REQUEST_TIMEOUT_MS', 10_000),
    drainMs: integer('DRAIN_MS', 5_000),
  };
  if (config.port > 65_535) {
    problems.push(`PORT is "${config.port}"; expected at most 65535.`);
  }
  if (problems.length) throw new ConfigError(problems.join(' '));
  return config;
}
