import type { CheckDetail } from '@backstage-maturity/plugin-maturity-common';
import { PatternBar } from '../visual';

const HEIGHT = 16;

/**
 * The services that a check applies to in one bar, in the language of the truth bar: solid passes,
 * hatched is exempt, dotted is unknown, empty fails. The numbers stand below it, so it is decoration.
 */
export function StatusBar(props: { counts: CheckDetail['counts'] }) {
  const { pass, fail, unknown, exempt } = props.counts;
  const asked = pass + fail + unknown + exempt;
  if (asked === 0) return null;
  const share = (count: number) => (count / asked) * 100;
  return (
    <PatternBar
      height={HEIGHT}
      parts={[
        { name: 'pass', share: share(pass), fill: 'solid' },
        { name: 'exempt', share: share(exempt), fill: 'hatched' },
        { name: 'unknown', share: share(unknown), fill: 'dotted' },
      ]}
    />
  );
}
