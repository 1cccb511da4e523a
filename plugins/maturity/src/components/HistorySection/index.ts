export { HistorySection } from './HistorySection';
export { LevelLine } from './LevelLine';
