// What backstage-cli configures, arranged for a run over all test files.
const path = require('node:path');
const config = require('@backstage/cli/config/jest');

const testUtils = path.resolve(
  __dirname,
  '../../plugins/maturity-backend/src/__testUtils__',
);

/** What all test files of a project share, by the name of its package. */
const shared = {
  '@backstage-maturity/plugin-maturity-backend': {
    globalSetup: path.join(testUtils, 'sharedPostgres.ts'),
  },
};

module.exports = config.then(({ projects, ...rest }) => ({
  ...rest,
  testSequencer: require.resolve('./LongestFirst.cjs'),
  projects: projects.map(project => ({
    ...project,
    ...shared[project.displayName],
  })),
}));
