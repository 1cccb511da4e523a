export * from './Contributions';
export * from './logProblems';
export * from './readMaturityConfig';
export type { RepositoryConfig } from './readRepositoryConfig';
