export * from './types';
export * from './prefix';
export * from './annotationValue';
export {
  isHttpUrl,
  isRelativePath,
  isUrlOrPath,
  parseHttpUrl,
} from './addresses';
export * from './dates';
export * from './numbers';
export * from './lists';
export * from './references';
export * from './classification';
export * from './stacks';
export * from './valueForms';
export * from './keys';
export * from './createEntityView';
