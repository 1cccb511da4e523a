export { Fixing } from './Fixing';
export { AnnotateButton, FixButton } from './openers';
