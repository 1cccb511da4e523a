module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Run by Node's own test runner, outside of Jest and of any browser.
      files: ['e2e-tests/**/*.ts'],
      rules: {
        'no-console': 'off',
        'no-loop-func': 'off',
        'no-restricted-imports': 'off',
      },
    },
  ],
});
