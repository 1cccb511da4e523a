import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { PatternBar } from './PatternBar';
import { truthLabel } from './truthLabel';
import { truthParts, type TruthNumbers } from './truthParts';

const useStyles = makeStyles(
  theme => ({
    none: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  }),
  { name: 'MaturityTruthBar' },
);

export interface TruthBarProps extends TruthNumbers {
  /** Height in pixels. */
  height?: number;
}

/** One bar of a track's weight: solid is proven, hatched is only declared, dotted is unknown, empty failed. */
export function TruthBar(props: TruthBarProps) {
  const { score, coverage, proven, height = 8 } = props;
  const t = useText();
  const classes = useStyles();
  const parts = truthParts({ score, coverage, proven });
  if (!parts) {
    return (
      <span className={classes.none}>{t('visual.truth.notApplicable')}</span>
    );
  }
  return (
    <PatternBar
      label={truthLabel(t, parts)}
      height={height}
      parts={[
        { name: 'proven', share: parts.proven, fill: 'solid' },
        { name: 'declared', share: parts.declared ?? 0, fill: 'hatched' },
        { name: 'unknown', share: parts.unknown, fill: 'dotted' },
      ]}
    />
  );
}
