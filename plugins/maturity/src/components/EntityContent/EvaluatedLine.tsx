import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Refresh from '@material-ui/icons/Refresh';
import { useText } from '../../hooks/useText';
import { AnnotateButton } from '../FixDialog';
import { Action, errorSentence, Moment, Notice } from '../frame';
import type { RefreshState } from './useRefresh';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1, 2),
    },
    outcome: { flexBasis: '100%' },
  }),
  { name: 'MaturityEvaluatedLine' },
);

/** When the scorecard was evaluated, with a button that does it again and says how that went. */
export function EvaluatedLine(props: {
  evaluatedAt: string;
  refresh: RefreshState;
  onRefresh(): void;
}) {
  const { evaluatedAt, refresh, onRefresh } = props;
  const t = useText();
  const classes = useStyles();
  const running = refresh.state === 'running';
  return (
    <div className={classes.line}>
      <Typography variant="body2">
        {t('entity.evaluated.line', { when: <Moment at={evaluatedAt} /> })}
      </Typography>
      <Action
        size="small"
        variant="outlined"
        // A disabled button would lose the focus of the one who pressed it.
        aria-disabled={running}
        aria-busy={running}
        onClick={running ? undefined : onRefresh}
        startIcon={
          running ? <CircularProgress size={16} aria-hidden /> : <Refresh />
        }
      >
        {t(
          running ? 'entity.evaluated.refreshing' : 'entity.evaluated.refresh',
        )}
      </Action>
      <AnnotateButton />
      <div className={classes.outcome} aria-live="polite">
        <Outcome refresh={refresh} />
      </div>
    </div>
  );
}

function Outcome({ refresh }: { refresh: RefreshState }) {
  const t = useText();
  switch (refresh.state) {
    case 'idle':
    case 'running':
      return null;
    case 'done':
      return (
        <Notice
          severity={
            refresh.catalogRead === 'unavailable' ? 'warning' : 'success'
          }
        >
          {t(`entity.evaluated.${refresh.catalogRead ?? 'done'}`)}
        </Notice>
      );
    case 'failed':
      return (
        <Notice severity="error" title={t('entity.evaluated.failed')}>
          {errorSentence(t, refresh.error)}
        </Notice>
      );
    default: {
      const never: never = refresh;
      return never;
    }
  }
}
