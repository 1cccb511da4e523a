export * from './FactCollector';
export * from './FactProviders';
