export * from './AuthorizedMaturityService';
export * from './CatalogVisibility';
export * from './createRouter';
export * from './DefaultMaturityService';
export * from './MaturityService';
export * from './ScorecardRefresh';
export * from './storedAdvice';
export * from './StoredSets';
