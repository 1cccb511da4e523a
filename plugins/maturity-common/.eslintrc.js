// Keeps the domain pure: it may import only what is listed, each room only the rooms above it, and
// it has no clock, no randomness and no environment.
const packages = [
  '@backstage/catalog-model',
  '@backstage/errors',
  '@backstage/filter-predicates',
  '@backstage/plugin-permission-common',
  '@backstage/types',
  'yaml',
  'zod',
];
const rooms = [
  'yaml',
  'entity',
  'graph',
  'slo',
  'observe',
  'checks',
  'score',
  'advise',
  'annotate',
  'client',
];

// A slash would end a regular expression of a selector.
const pattern = text => text.replace(/\//g, '\\u002F').replace(/\./g, '\\.');
const imports =
  ':matches(ImportDeclaration, ExportAllDeclaration, ExportNamedDeclaration[source])';

const pure = [
  {
    selector: `${imports}[source.value!=/^(\\.|(${packages
      .map(pattern)
      .join('|')})(\\u002F|$))/]`,
    message: `The domain may import only ${packages.join(', ')}.`,
  },
  {
    selector: 'ImportExpression',
    message: 'The domain imports nothing at run time.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The domain has no clock: take `now` as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take `now` as an argument.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain has no randomness.',
  },
  {
    selector: "MemberExpression[object.name='process']",
    message: 'The domain has no environment.',
  },
];

const order = (room, index) => ({
  selector: `${imports}[source.value=/^(\\.\\.\\u002F)+(${rooms
    .slice(index + 1)
    .join('|')})(\\u002F|$)/]`,
  message: `The room "${room}" may import only the rooms above it: ${
    rooms.slice(0, index).join(', ') || 'none'
  }.`,
});

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: rooms.map((room, index) => ({
    files: [`src/${room}/**/*.ts`],
    excludedFiles: ['**/*.test.ts', '**/testing/**', '**/__testUtils__/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...pure,
        ...(index + 1 < rooms.length ? [order(room, index)] : []),
      ],
    },
  })),
});
