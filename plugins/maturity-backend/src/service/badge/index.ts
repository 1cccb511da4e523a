export * from './admitAnonymous';
export * from './Badge';
export * from './sendBadge';
