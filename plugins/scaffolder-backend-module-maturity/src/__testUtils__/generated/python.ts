import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { programPath } from './commands';

const NEEDED = `
import sys
assert sys.version_info >= (3, 11)
import ensurepip, fastapi, httpx, prometheus_client, pytest, pytest_cov, setuptools, uvicorn, venv, wheel
`;

function suits(program: string): boolean {
  return (
    spawnSync(program, ['-c', NEEDED], { stdio: 'ignore', timeout: 60_000 })
      .status === 0
  );
}

/** A Python that has what the starter for it installs; undefined when none has. The first of the path may be another. */
export const pythonWithPackages: string | undefined = [
  programPath('python3'),
  ...(process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, 'python3')),
].find(program => program !== undefined && suits(program));
