import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { TrackList } from '../visual';
import type { RollUpMapProps } from './RollUpMap';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.5, 0),
      breakInside: 'avoid',
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1),
      alignItems: 'baseline',
      marginBlockEnd: theme.spacing(0.5),
    },
    name: { fontWeight: 600, overflowWrap: 'anywhere', minInlineSize: 0 },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  }),
  { name: 'MaturityRollUpCards' },
);

/** The map of sets for narrow screens: one below the other. */
export function RollUpCards(props: RollUpMapProps) {
  const { items, tracks, title, hrefOf } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={title}>
      {items.map(item => (
        <li key={item.key} className={classes.item}>
          <div className={classes.head}>
            <Typography component="h3" className={classes.name}>
              {item.entityRef ? (
                <Link to={hrefOf(item.entityRef)}>{item.title}</Link>
              ) : (
                item.title || t('set.map.nobody')
              )}
            </Typography>
            <span className={classes.quiet}>
              {t('common.services', { count: item.rollUp.total })}
            </span>
          </div>
          <TrackList
            size={16}
            rows={tracks.map(track => {
              const rolled = own(item.rollUp.tracks, track.id);
              const level = rolled?.level ?? null;
              return {
                id: track.id,
                title: track.title,
                level,
                achievable: level === null ? null : track.levels.length,
                names: track.levels,
                score: rolled?.score ?? null,
                coverage: rolled?.coverage ?? null,
                proven: rolled?.proven,
              };
            })}
          />
        </li>
      ))}
    </ul>
  );
}
