/**
 * A number of days as Prometheus writes durations: `4w` for 28 and `1y` for 365, but `30d`. Recorded
 * series of existing tools carry these names.
 */
export function windowName(days: number): string {
  if (days % 365 === 0) {
    return `${days / 365}y`;
  }
  return days % 7 === 0 ? `${days / 7}w` : `${days}d`;
}
