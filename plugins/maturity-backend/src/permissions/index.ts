export * from './answerOf';
export * from './registerPermissions';
export * from './rules';
export * from './ScorecardAccess';
