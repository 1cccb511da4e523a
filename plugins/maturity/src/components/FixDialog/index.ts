export { AnnotateButton, FixButton, Fixing } from './Fixing';
