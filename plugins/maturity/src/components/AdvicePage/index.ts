export { AdvicePage } from './AdvicePage';
export { summarySentence } from './sentences';
