/** How many days the columns of a chart stand for. */
export function daysIn(chart: HTMLElement): number {
  return Array.from(chart.querySelectorAll<SVGElement>('[data-days]'))
    .map(column => Number(column.dataset.days))
    .reduce((sum, days) => sum + days, 0);
}
