export * from './explainInvalidRequest';
export * from './keepPrivate';
export { refuseHiddenParameters } from './refuseHiddenParameters';
export * from './refuseOddIntegers';
export * from './refuseUnknownRoute';
export * from './sendDocument';
