export { LeverageSection } from './LeverageSection';
export { RollUpMap, type RollUpMapProps } from './RollUpMap';
export { StagesSection } from './StagesSection';
export { TracksSection } from './TracksSection';
