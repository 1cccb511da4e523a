const DIGITS = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map(
    (digit, value) => [digit, value],
  ),
);

// One segment of a source map: numbers in base 64, five bits a digit, the lowest bit is the sign.
function numbers(segment) {
  const found = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.get(digit);
    value += (bits & 31) << shift;
    if (bits & 32) {
      shift += 5;
    } else {
      found.push(value & 1 ? -(value >> 1) : value >> 1);
      value = 0;
      shift = 0;
    }
  }
  return found;
}

/**
 * Cuts generated code where its source changes.
 *
 * @param code - the generated code
 * @param mappings - the `mappings` of its source map, version 3
 * @returns `{ source, text }`: index into the map's `sources` (undefined for code of no source) and the code from there on to the next cut
 */
export function stretches(code, mappings) {
  const lines = code.split('\n');
  const found = [];
  let source = 0;
  mappings.split(';').forEach((line, row) => {
    const text = lines[row] ?? '';
    const cuts = [];
    let column = 0;
    for (const segment of line ? line.split(',') : []) {
      const [step, sourceStep] = numbers(segment);
      column += step;
      if (sourceStep !== undefined) source += sourceStep;
      cuts.push({
        column,
        source: sourceStep === undefined ? undefined : source,
      });
    }
    cuts.forEach((cut, index) => {
      found.push({
        source: cut.source,
        text: text.slice(cut.column, cuts[index + 1]?.column),
      });
    });
  });
  return found;
}
