export { CheckItem, type CheckItemProps } from './CheckItem';
export { CheckTitle } from './CheckTitle';
export { EvidenceList } from './EvidenceList';
export { reasonSentence } from './reasonSentence';
