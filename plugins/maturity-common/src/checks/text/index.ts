export { annotationsReference } from './annotationsReference';
export { APPLICABILITY_TEXTS, applicabilityText } from './applicabilityText';
export { checksReference } from './checksReference';
export {
  detailText,
  fillTemplate,
  REASON_TEXTS,
  reasonText,
} from './reasonText';
export { safeText } from './safeText';
export { evidenceText, statusText, strengthText } from './words';
