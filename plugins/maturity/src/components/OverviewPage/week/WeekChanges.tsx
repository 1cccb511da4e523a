import type {
  ChangeList,
  Definitions,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServiceLink } from '../../../filters';
import { useText } from '../../../hooks/useText';
import { Moment, Rows } from '../../frame';
import { LevelLine } from '../../HistorySection';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    facts: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    levels: {
      flexBasis: '100%',
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    others: { marginBlockStart: theme.spacing(1) },
  }),
  { name: 'MaturityWeekChanges' },
);

/** The services whose levels changed, each with a way to its own story. */
export function WeekChanges(props: {
  changes: ChangeList;
  definitions: Definitions;
}) {
  const { changes, definitions } = props;
  const { items, changed } = changes;
  const t = useText();
  const classes = useStyles();
  const link = useServiceLink();
  if (items.length === 0) return null;
  const others = changed - items.length;
  return (
    <>
      <Rows label={t('week.list')}>
        {items.map(item => ({
          key: item.entityRef,
          content: (
            <>
              <Link to={link(item.entityRef)} className={classes.name}>
                {item.title}
              </Link>
              <span className={classes.facts}>
                {item.tier !== null && (
                  <>
                    {t('services.tierShort', { tier: String(item.tier) })}
                    {' · '}
                  </>
                )}
                <Moment at={item.changedAt} />
              </span>
              <ul className={classes.levels}>
                {item.levels.map(change => (
                  <LevelLine
                    key={change.track}
                    change={change}
                    definitions={definitions}
                  />
                ))}
              </ul>
            </>
          ),
        }))}
      </Rows>
      {others > 0 && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.others}
        >
          {t('week.others', { count: others })}
        </Typography>
      )}
    </>
  );
}
