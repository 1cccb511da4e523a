// Starts the demo portal on loopback, with the demo organization on embedded SQLite. `npm start` builds the pages once
// and serves them from the backend; `yarn start`, or `npm start -- --dev`, follows changes, as in any Backstage repository.
// Further arguments go to the backend (`--config file`) or to `backstage-cli repo start`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildApp } from './app-build.mjs';
import { prepareWorkspace, root, say } from './workspace.mjs';

const DEV = '--dev';
const started = Date.now();
// The backend has a folder of its own, so a file is named from the folder in which this was called.
const given = process.argv
  .slice(2)
  .map((argument, index, all) =>
    all[index - 1] === '--config' && !/^https?:/.test(argument)
      ? path.resolve(argument)
      : argument,
  );
const { npm_lifecycle_event: script, npm_config_user_agent: agent } =
  process.env;
const developing =
  given.includes(DEV) || (script === 'start' && /^yarn\//.test(agent ?? ''));

const workspace = prepareWorkspace();
mkdirSync(path.join(root, '.data'), { recursive: true });
const backend = path.join(root, 'packages', 'backend');

/** Both halves with servers of their own, which follow changes. */
function developPortal() {
  const cli = path.join(root, 'node_modules', '.bin', 'backstage-cli');
  const rest = given.filter(argument => argument !== DEV);
  return { cwd: root, args: [cli, 'repo', 'start', ...rest] };
}

/** The backend alone, which serves the built pages. */
function servePortal() {
  const transform = path.join(
    root,
    'node_modules/@backstage/cli/config/nodeTransform.cjs',
  );
  // As everywhere in Backstage, the local file counts where no other is named.
  const configs = [
    'app-config.yaml',
    'app-config.demo.yaml',
    ...(given.includes('--config') ? [] : ['app-config.local.yaml']),
  ]
    .map(file => path.join(root, file))
    .filter(file => existsSync(file))
    .flatMap(file => ['--config', file]);
  return {
    cwd: backend,
    args: ['--require', transform, 'src/index.ts', ...configs, ...given],
  };
}

/** Where the configuration says that pages and backend are. */
async function addresses({ cwd, args }) {
  const { ConfigSources } = await import('@backstage/config-loader');
  process.chdir(cwd);
  const config = await ConfigSources.toConfig(
    ConfigSources.default({ rootDir: root, argv: args }),
  );
  const found = {
    pages: config.getString('app.baseUrl'),
    backend: config.getString('backend.baseUrl'),
  };
  config.close();
  return found;
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    return response.ok;
  } catch {
    return false;
  }
}

async function announce(portal, child) {
  const { pages, backend: api } = await addresses(portal);
  const urls = [`${api}/.backstage/health/v1/readiness`, `${pages}/`];
  for (const url of urls) {
    while (!(await answers(url))) {
      if (child.exitCode !== null) return;
      await pause(300);
    }
  }
  const took = Math.round((Date.now() - started) / 1000);
  const overview = new URL('maturity', pages.replace(/\/*$/, '/'));
  say(`the portal is up after ${took} s: ${overview}`);
}

function run(portal) {
  say(
    developing
      ? 'starting the portal, which follows changes ...'
      : 'starting the portal ...',
  );
  const child = spawn(workspace.node, portal.args, {
    cwd: portal.cwd,
    stdio: 'inherit',
    env: {
      ...workspace.env,
      NODE_ENV: workspace.env.NODE_ENV ?? 'development',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  announce(portal, child).catch(error =>
    say(`the address of the portal could not be read: ${error.message}`),
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

async function start() {
  if (developing) return run(developPortal());
  return (await buildApp(workspace)) ? run(servePortal()) : 1;
}

// Not by itself: a configuration that could not be read leaves its watchers behind.
process.exit(await start());
