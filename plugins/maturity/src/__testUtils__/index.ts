export { seriousFaults } from './axe';
export { componentOf } from './componentOf';
export { type System, systems } from './systems';
export { narrowScreen } from './narrowScreen';
