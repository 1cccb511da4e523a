#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

// What is published is built; in the repository the sources run as they are.
const built = join(__dirname, '..', 'dist', 'index.cjs.js');
const source = join(__dirname, '..', 'src', 'index.ts');

function load() {
  if (!existsSync(source)) {
    return require(built);
  }
  require('tsx/cjs');
  return require(source);
}

let cli;
try {
  cli = load();
} catch (error) {
  if (!error || error.code !== 'MODULE_NOT_FOUND') {
    throw error;
  }
  const [what] = String(error.message).split('\n');
  process.stderr.write(
    `The packages of this workspace are not installed (${what}). ` +
      'Run "npm start" once, or "yarn install" with Node 22 or 24 and Yarn 4, and try again.\n',
  );
  process.exit(2);
}

cli.main(process.argv.slice(2)).then(code => {
  // Not process.exit: what was written to a pipe has to arrive first.
  process.exitCode = code;
});
