export * from './KnownRepositories';
export { unpackFacts } from './packFacts';
export * from './RepositoryObserver';
export * from './RepositorySet';
export * from './scheduleRepositories';
