export { AdvicePage } from './AdvicePage';
