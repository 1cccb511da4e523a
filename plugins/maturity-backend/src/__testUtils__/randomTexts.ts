// Characters that somewhere on the way mean something: to SQL, JSON, HTML, CSV, regular expressions, logs, terminals.
const PIECES = [
  ...'aZ09 .,;:/\\|\'"`$%&?!*+-=@#~^_()[]{}<>',
  ...'\t\n\r\u0000\u0001\u001b\u007f\u0085\u009b',
  ...'\u00a0\u200b\u200e\u202e\u2028\u2029\ufeff\ufffd',
  ...'éß漢字🚀\ud800\udfff\uff1d\uff0b\uff0d\uff20',
  '__proto__',
  'constructor',
  '${{ x }}',
  '%00',
  '\u001b[31m',
  "'; drop table maturity_scorecards; --",
  '<script>',
  '../../etc/passwd',
  '99.9%',
  '1e309',
  '2026-02-30',
  'none',
  'true',
  'component:default/x',
];

/** Gives one text after another out of hostile pieces; the same texts for the same seed. */
export function randomTexts(seed: number): () => string {
  let state = seed;
  const next = (below: number) => {
    // The generator of Park and Miller: the same on every machine.
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return () => {
    let text = '';
    const length = next(9);
    for (let at = 0; at < length; at++) text += PIECES[next(PIECES.length)];
    return text;
  };
}
