/** One query of a panel. */
export interface Target {
  expr: string;
  legend: string;
}

/** A colour from a value on; the first has none. */
export interface Step {
  color: string;
  value: number | null;
}

/** A panel of Grafana before it has a place. */
export interface Panel {
  width: number;
  height: number;
  json: Readonly<Record<string, unknown>>;
}

const COLUMNS = 24;
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

function targets(list: readonly Target[]) {
  return list.map(({ expr, legend }, index) => ({
    // Grafana wants a letter for each query.
    refId: String.fromCharCode(65 + index),
    datasource: DATASOURCE,
    editorMode: 'code',
    expr,
    legendFormat: legend,
    range: true,
  }));
}

/** A title over the panels that follow. */
export function row(title: string): Panel {
  return {
    width: COLUMNS,
    height: 1,
    json: { type: 'row', title, collapsed: false, panels: [] },
  };
}

/** One number with colours. */
export function stat(options: {
  title: string;
  description: string;
  unit: string;
  expr: string;
  steps: readonly Step[];
}): Panel {
  const { title, description, unit, expr, steps } = options;
  return {
    width: 6,
    height: 5,
    json: {
      type: 'stat',
      title,
      description,
      datasource: DATASOURCE,
      fieldConfig: {
        defaults: {
          unit,
          decimals: 2,
          // Absence is no data, never zero.
          noValue: 'no data',
          color: { mode: 'thresholds' },
          thresholds: { mode: 'absolute', steps },
        },
        overrides: [],
      },
      options: {
        colorMode: 'value',
        graphMode: 'none',
        justifyMode: 'auto',
        orientation: 'auto',
        textMode: 'value',
        reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      },
      targets: targets([{ expr, legend: title }]),
    },
  };
}

/** Lines over time. */
export function timeSeries(options: {
  title: string;
  description: string;
  unit: string;
  targets: readonly Target[];
}): Panel {
  const { title, description, unit } = options;
  return {
    width: 8,
    height: 8,
    json: {
      type: 'timeseries',
      title,
      description,
      datasource: DATASOURCE,
      fieldConfig: {
        defaults: {
          unit,
          color: { mode: 'palette-classic' },
          custom: {
            drawStyle: 'line',
            fillOpacity: 0,
            lineWidth: 1,
            showPoints: 'never',
            // A gap is no data; a line over it would hide that.
            spanNulls: false,
          },
        },
        overrides: [],
      },
      options: {
        legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
      targets: targets(options.targets),
    },
  };
}

/** Gives panels their ids and places: from left to right, on a new line where one is full. */
export function grid(panels: readonly Panel[]): Record<string, unknown>[] {
  let [x, y, tallest] = [0, 0, 0];
  return panels.map(({ width, height, json }, index) => {
    if (x + width > COLUMNS) {
      [x, y, tallest] = [0, y + tallest, 0];
    }
    const gridPos = { h: height, w: width, x, y };
    x += width;
    tallest = Math.max(tallest, height);
    return { id: index + 1, gridPos, ...json };
  });
}
