export { SetTrendSection } from './SetTrendSection';
