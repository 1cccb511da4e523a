import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shellEnvironment } from './commands';
import type { Needs } from './itWith';
import { prometheusClient, vendor } from './goSources';
import { pythonWithPackages } from './python';

/** How a generated project of one language is tried out where only some registries can be reached. */
export interface Language {
  template: string;
  ci: 'github' | 'gitlab';
  needs: Needs;
  /** What is there besides the project, before its first command; gives the environment of its commands. */
  prepare: (options: {
    project: string;
    /** A folder for programs. */
    bin: string;
  }) => Record<string, string>;
  /** Commands of the README and the pipeline that need what cannot be reached here, and what runs in their place. */
  instead: ReadonlyMap<string, string>;
  /** What runs after a command, so that the next one finds in the distribution what it would install. */
  after: ReadonlyMap<string, string>;
  /** Programs of the image by the name that they have in the project. */
  programs: ReadonlyMap<string, string>;
  /** Whether what sends traces to a collector is there. */
  traces: boolean;
  /** Puts what the image gets into `$IMAGE`, where that is not the project itself. */
  image?: string;
}

const node: Language = {
  template: 'node-service',
  ci: 'github',
  needs: { programs: ['npm'] },
  prepare: () => ({}),
  instead: new Map(),
  after: new Map(),
  programs: new Map(),
  traces: true,
  image: [
    'cp -R package.json package-lock.json node_modules dist "$IMAGE"',
    'cd "$IMAGE" && npm prune --omit=dev',
  ].join('\n'),
};

const RUFF = '@astral-sh/ruff-wasm-nodejs';
const RUFF_PROGRAM = path.join(__dirname, 'ruff.mjs');

// The distribution stands in for PyPI, and the WebAssembly that the npm registry has for Ruff.
const python: Language = {
  template: 'python-service',
  ci: 'gitlab',
  needs: {
    packages: [RUFF],
    others: { 'python3 with the packages of the starter': pythonWithPackages },
  },
  prepare: ({ bin }) => {
    const ruff = path.join(bin, 'ruff');
    writeFileSync(
      ruff,
      `#!/bin/sh\nexec "${process.execPath}" "${RUFF_PROGRAM}" "$@"\n`,
    );
    chmodSync(ruff, 0o755);
    const own = path.dirname(pythonWithPackages ?? '');
    return {
      PATH: [bin, own, shellEnvironment().PATH].join(path.delimiter),
      PIP_NO_INDEX: '1',
      // Packages of the distribution may want others of a version that it has patched.
      PIP_NO_DEPS: '1',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      // What pip reads here is whether to isolate.
      PIP_NO_BUILD_ISOLATION: '0',
      PYTHONDONTWRITEBYTECODE: '1',
    };
  },
  instead: new Map(),
  after: new Map([
    [
      'python3 -m venv .venv',
      "sed -i 's/^\\(include-system-site-packages = \\)false/\\1true/' .venv/pyvenv.cfg",
    ],
  ]),
  programs: new Map([['python', '.venv/bin/python']]),
  // The distribution has no OpenTelemetry.
  traces: false,
};

// The distribution's sources stand in for the module proxy.
const go: Language = {
  template: 'go-service',
  ci: 'gitlab',
  needs: {
    programs: ['go', 'gofmt'],
    others: { 'the Prometheus client for Go': prometheusClient },
  },
  prepare: ({ project }) => {
    vendor(project);
    return {
      // As the image has it; no C compiler is needed.
      CGO_ENABLED: '0',
      GOFLAGS: '-mod=vendor',
      GOPROXY: 'off',
      GOTOOLCHAIN: 'local',
    };
  },
  instead: new Map([
    ['go mod download', 'true'],
    // Building the race detector in takes longer than all the rest.
    [
      'go test -race -coverprofile=coverage.out ./...',
      'go test -coverprofile=coverage.out ./...',
    ],
  ]),
  after: new Map(),
  programs: new Map([['/service', './bin/service']]),
  traces: true,
};

/** The languages that there are starters for. */
export const LANGUAGES: readonly Language[] = [node, python, go];
