export * from './sweepHealth';
