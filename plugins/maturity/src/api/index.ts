export { maturityApiFactory } from './factory';
export { maturityApiRef } from './ref';
export type { Check, EvidencePiece, Result, Track } from './wire';
