export { CrossedNotice } from './CrossedNotice';
export { crossedSentence } from './crossingSentences';
export { GrowthSection } from './GrowthSection';
export { useGrowth } from './useGrowth';
