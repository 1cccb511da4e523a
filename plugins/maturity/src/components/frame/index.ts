export { Action } from './Action';
export { Body } from './Body';
export { errorSentence, errorStatus, Failure } from './Failure';
export { Help, type HelpTerm } from './Help';
export { Moment } from './Moment';
export { Notice, type NoticeProps } from './Notice';
export { Skeletons } from './Skeletons';
export { Prose } from './Prose';
export { Section, type SectionProps } from './Section';
