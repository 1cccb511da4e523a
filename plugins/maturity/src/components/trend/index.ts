export type { TrendPart } from './parts';
export { TrendChart, type TrendChartProps } from './TrendChart';
export { TrendLegend } from './TrendLegend';
export {
  type CountedDay,
  daysBetween,
  type Trend,
  type TrendDay,
  trendOf,
} from './trendOf';
export { TrendTable } from './TrendTable';
export { useDay } from './useDay';
