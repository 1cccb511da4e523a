export { advice } from './advice';
export { changesOf } from './changes';
export { definitions, remedyOf } from './definitions';
export { historyPage } from './history';
export { SampleMaturityApi, type SampleOptions } from './SampleMaturityApi';
export { detailOf, EVALUATED_AT } from './scorecards';
export { bareServices, refOf, type SampleService, services } from './services';
export { snapshotsOf } from './snapshots';
export { failedSweeps, firstSweep, sweeps } from './sweeps';
