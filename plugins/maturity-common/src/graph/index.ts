export * from './types';
export { deriveRelations, inverseRelation, type Relation } from './relations';
export { type Duplicate } from './entityIndex';
export { IndexedGraph } from './IndexedGraph';
export * from './createCatalogGraph';
export * from './shared';
export { GraphAnswers, TrackedGraph } from './TrackedGraph';
