export { closest } from './closest';
export { createDefinitionSet } from './createDefinitionSet';
export type { DefinitionSetOptions } from './createDefinitionSet';
export { describeProblem } from './describeProblem';
export { DECLARED_REASONS } from './reasons';
export type { DeclaredReasonCode } from './reasons';
export { parseDeclareAnnotations, parseLocalRoot } from './parseModuleSettings';
export { MOST_EXEMPT_DAYS } from './readExemptions';
export { ENGINE_VERSION } from './version';
