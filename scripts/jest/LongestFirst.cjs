// Begins with the longest test files, so that the workers end at about the same time. Jest does so when it has
// timed them; on a fresh clone it takes the largest first, and some of the longest are small.
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest of all, with the folders that tell them from others of their name. */
const LONGEST = [
  'scaffolder-backend-module-maturity/src/starters.test.ts',
  'maturity-backend/src/collection/killed.test.ts',
  'scaffolder-backend-module-maturity/src/templates.test.ts',
  'scaffolder-backend-module-maturity/src/dryRuns.test.ts',
  'scaffolder-backend-module-maturity/src/upgradeService.test.ts',
  'maturity-backend/src/replicas.test.ts',
  'scaffolder-backend-module-maturity/src/operations.test.ts',
];

/** What takes long after them, by the end of the name: what renders, and what starts a backend. */
const LONG = ['.test.tsx', '.http.test.ts'];

function rank({ path: file }) {
  const name = file.split(path.sep).join('/');
  const ends = list => list.findIndex(end => name.endsWith(end));
  const longest = ends(LONGEST);
  if (longest !== -1) return longest;
  const long = ends(LONG);
  return LONGEST.length + (long === -1 ? LONG.length : long);
}

class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isTimed = sorted.every(({ duration }) => duration !== undefined);
    return isTimed ? sorted : sorted.sort((a, b) => rank(a) - rank(b));
  }
}

module.exports = LongestFirst;
