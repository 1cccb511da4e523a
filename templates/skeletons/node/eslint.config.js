import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', '.test', 'coverage'] },
  ...tseslint.configs.recommended,
);
