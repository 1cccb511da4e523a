export { advice } from './advice';
export { definitions, remedyOf } from './definitions';
export { SampleMaturityApi, type SampleOptions } from './SampleMaturityApi';
export { detailOf, EVALUATED_AT } from './scorecards';
export { refOf, type SampleService, services } from './services';
export { failedSweeps, firstSweep, sweeps } from './sweeps';
