import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { STAGES } from '../visual';

const useStyles = makeStyles(
  theme => ({
    names: {
      display: 'flex',
      maxInlineSize: '720px',
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      '& > span': { flex: '1 1 0', minInlineSize: 0, textAlign: 'center' },
    },
  }),
  { name: 'MaturityStageNames' },
);

/** The names of the stops below their columns; the columns say them to a screen reader themselves. */
export function StageNames() {
  const t = useText();
  const classes = useStyles();
  return (
    <div className={classes.names} aria-hidden>
      {STAGES.map(stage => (
        <span key={stage}>{t(`visual.stage.${stage}`)}</span>
      ))}
    </div>
  );
}
