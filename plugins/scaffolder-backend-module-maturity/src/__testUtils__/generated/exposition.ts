/** One series of a scrape. */
export interface Series {
  name: string;
  labels: ReadonlyMap<string, string>;
  value: number;
}

/** Reads the text format of Prometheus, as far as services of these templates use it. Throws on any other line. */
export function readExposition(text: string): Series[] {
  return text
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => {
      const match = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line);
      if (!match) throw new Error(`"${line}" is no series.`);
      const [, name, inner = '', value] = match;
      const labels = new Map(
        [...inner.matchAll(/([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g)].map(
          ([, label, each]): [string, string] => [label, each],
        ),
      );
      return { name, labels, value: Number(value) };
    });
}

/** A selector of a query: a metric and what its labels have to be. */
export interface Selector {
  metric: string;
  matchers: { label: string; operator: string; value: string }[];
}

/** The selectors of a query that have braces. */
export function selectorsOf(query: string): Selector[] {
  return [...query.matchAll(/([a-zA-Z_:][\w:]*)\{([^}]*)\}/g)].map(
    ([, metric, inner]) => ({
      metric,
      matchers: [...inner.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)].map(
        ([, label, operator, value]) => ({ label, operator, value }),
      ),
    }),
  );
}

/** What a scrape lacks for a query: metrics, labels, and values that labels have to have. */
export function lacks(series: readonly Series[], query: string): string[] {
  return selectorsOf(query).flatMap(({ metric, matchers }) => {
    const named = series.filter(({ name }) => name === metric);
    if (!named.length) return [metric];
    return matchers.flatMap(({ label, operator, value }) => {
      const values = named.map(({ labels }) => labels.get(label));
      const found =
        operator === '='
          ? values.includes(value)
          : values.every(each => each !== undefined);
      return found ? [] : [`${metric}{${label}${operator}"${value}"}`];
    });
  });
}
