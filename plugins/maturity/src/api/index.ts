export { maturityApiFactory } from './factory';
export { maturityApiRef } from './ref';
