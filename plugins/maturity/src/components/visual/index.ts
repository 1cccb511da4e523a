export { EvidenceBars, type EvidenceStrength } from './EvidenceBars';
export { LadderGlyph, type LadderGlyphProps } from './LadderGlyph';
export {
  LevelDistribution,
  type LevelDistributionProps,
} from './LevelDistribution';
export { ladderLabel, levelName, type LadderNumbers } from './levelName';
export { LevelBar } from './LevelBar';
export { LevelTag } from './LevelTag';
export { type BarPart, PatternBar, type PatternBarProps } from './PatternBar';
export {
  StageDistribution,
  type StageDistributionProps,
} from './StageDistribution';
export { StagePath, type StagePathProps } from './StagePath';
export { StageTag } from './StageTag';
export { STAGES, type Stage, type Target } from './stages';
export { readable, verdictTones } from './tones';
export { TrackColumns } from './TrackColumns';
export { TrackList, type TrackRow } from './TrackList';
export { TrackName } from './TrackName';
export { TruthBar, type TruthBarProps } from './TruthBar';
export { TruthLegend } from './TruthLegend';
export { VerdictMark, type Verdict } from './VerdictMark';
