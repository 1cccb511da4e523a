export * from './Contributions';
export * from './logProblems';
export * from './readMaturityConfig';
