export * from './CatalogSnapshot';
export * from './readCatalog';
export * from './scheduleSweeps';
export * from './SnapshotHolder';
export * from './Sweep';
export * from './toRecord';
