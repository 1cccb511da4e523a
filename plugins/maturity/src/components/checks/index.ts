export { CheckItem, type CheckItemProps } from './CheckItem';
export { EvidenceList } from './EvidenceList';
export { reasonSentence } from './reasonSentence';
