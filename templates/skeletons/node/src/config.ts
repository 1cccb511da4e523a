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

function readInteger(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,9}$/.test(text)) {
    throw new Error(`${name} is "${text}"; expected a whole number.`);
  }
  return Number(text);
}

/** Reads the configuration; throws with the name and the value of what is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: readInteger(env, 'PORT', 8080),
    logLevel: env.LOG_LEVEL ?? 'info',
    requestTimeoutMs: readInteger(env, 'REQUEST_TIMEOUT_MS', 10_000),
    drainMs: readInteger(env, 'DRAIN_MS', 5_000),
  };
}
