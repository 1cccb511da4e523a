export { WeekSection } from './WeekSection';
