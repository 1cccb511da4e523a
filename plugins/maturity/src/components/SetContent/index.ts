export { SetContent } from './SetContent';
