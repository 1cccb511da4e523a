export * from './MaturityApi';
export * from './MaturityClient';
export * from './permissions';
export * from './wire';
