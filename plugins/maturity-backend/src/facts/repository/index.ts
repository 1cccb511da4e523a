export * from './KnownRepositories';
export * from './RepositoryObserver';
export * from './RepositorySet';
export * from './scheduleRepositories';
