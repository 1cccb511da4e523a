export * from './types';
export * from './objective';
export * from './parseSlos';
export * from './budget';
export * from './alerts';
export * from './parseSloSpec';
export * from './rules';
