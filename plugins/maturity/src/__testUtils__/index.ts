export { seriousFaults } from './axe';
export { componentOf } from './componentOf';
export { daysIn } from './daysIn';
export { showEntities } from './showEntities';
export { snapshotOf } from './snapshotOf';
export { legacySystem, newSystem, systems } from './systems';
export { narrowScreen } from './narrowScreen';
