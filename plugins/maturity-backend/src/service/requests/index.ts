export * from './explainInvalidRequest';
export * from './keepPrivate';
export { documentWithHeads } from './documentedParameters';
export {
  refuseHiddenParameters,
  refuseParameters,
} from './refuseHiddenParameters';
export * from './refuseOddIntegers';
export * from './refuseUnknownRoute';
export * from './sendDocument';
