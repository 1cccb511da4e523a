import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Action, Failure, Section, Skeletons } from '../frame';
import { HistoryEntry } from './HistoryEntry';
import { type History, useHistory } from './useHistory';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    head: { fontWeight: 600 },
    text: { maxInlineSize: '65ch' },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityHistorySection' },
);

/** How a service came to where it stands: every change of stage, level and verdict, newest first. */
export function HistorySection(props: {
  entityRef: string;
  /** The history is read again when this changes. */
  evaluatedAt: string;
  definitions: Definitions;
}) {
  const { entityRef, evaluatedAt, definitions } = props;
  const t = useText();
  const history = useHistory(entityRef, evaluatedAt);
  const { items, error, reload } = history;
  return (
    <Section title={t('history.title')}>
      {error && (
        <Failure error={error} kept={items !== undefined} onRetry={reload} />
      )}
      {!items && !error && <Skeletons heights={[64, 64, 64]} />}
      {items && (
        <Timeline items={items} history={history} definitions={definitions} />
      )}
    </Section>
  );
}

function Timeline(props: {
  items: NonNullable<History['items']>;
  history: History;
  definitions: Definitions;
}) {
  const { items, history, definitions } = props;
  const { earlier } = history;
  const t = useText();
  const classes = useStyles();
  if (items.length === 0) {
    return (
      <>
        <Typography className={classes.head}>
          {t('history.empty.title')}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.text}
        >
          {t('history.empty.text')}
        </Typography>
      </>
    );
  }
  return (
    <>
      <ol className={classes.list} aria-label={t('history.list')}>
        {items.map((item, index) => (
          <HistoryEntry
            // Two evaluations may fall into one millisecond.
            key={`${item.changedAt}-${index}`}
            item={item}
            definitions={definitions}
          />
        ))}
      </ol>
      {earlier.error && (
        <Failure error={earlier.error} kept onRetry={earlier.load} />
      )}
      <div className={classes.foot}>
        {earlier.exists ? (
          <Action
            size="small"
            variant="outlined"
            aria-disabled={earlier.busy}
            onClick={earlier.load}
            startIcon={
              earlier.busy ? <CircularProgress size={16} aria-hidden /> : null
            }
          >
            {t(earlier.busy ? 'history.loading' : 'history.more')}
          </Action>
        ) : (
          <Typography variant="body2">{t('history.end')}</Typography>
        )}
        <Typography variant="body2" role="status">
          {t('history.shown', { count: items.length })}
        </Typography>
      </div>
    </>
  );
}
