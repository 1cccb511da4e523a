export * from './FactCollector';
export * from './FactProviders';
export * from './FactSet';
export * from './repository';
