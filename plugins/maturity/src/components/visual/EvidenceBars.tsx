import type { EvidencePiece } from '../../api';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';

/** How much a piece of evidence proves. */
export type EvidenceStrength = EvidencePiece['strength'];

const BARS = { observed: 4, graph: 3, linked: 2, declared: 1 } as const;

const useStyles = makeStyles(
  theme => ({
    bars: {
      display: 'inline-block',
      flex: 'none',
      verticalAlign: 'middle',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'MaturityEvidenceBars' },
);

/** Signal bars: four for what was observed, one for what is only declared. */
export function EvidenceBars(props: {
  strength: EvidenceStrength;
  size?: number;
}) {
  const { strength, size = 16 } = props;
  const t = useText();
  const classes = useStyles();
  const label = t(`visual.evidence.${strength}`);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      className={classes.bars}
    >
      <title>{label}</title>
      {[0, 1, 2, 3].map(index => {
        const lit = index < BARS[strength];
        const height = 4 + index * 3;
        return (
          <rect
            key={index}
            data-bar={lit ? 'lit' : 'dark'}
            x={1.5 + index * 3.5}
            y={14.5 - height}
            width="2.2"
            height={height}
            fill={lit ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="0.7"
            opacity={lit ? 1 : 0.5}
          />
        );
      })}
    </svg>
  );
}
