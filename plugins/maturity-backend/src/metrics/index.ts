export * from './MeasuredSweep';
export * from './readNewestSuccess';
export * from './SweepMetrics';
