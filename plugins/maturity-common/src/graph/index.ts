export * from './types';
export {
  deriveRelations,
  inverseRelation,
  readRelations,
  type Relation,
} from './relations';
export { type Duplicate } from './entityIndex';
export { type ChangedGraph, IndexedGraph } from './IndexedGraph';
export * from './createCatalogGraph';
export * from './shared';
export { aboutWhat, GraphAnswers, TrackedGraph } from './TrackedGraph';
export { touchedQuestions } from './touchedQuestions';
