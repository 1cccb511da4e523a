import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useText } from '../../hooks/useText';
import { TrackName } from '../visual';
import type { RollUpMapProps } from './RollUpMap';
import { RollUpTrackCell } from './RollUpTrackCell';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      '@media print': { overflow: 'visible' },
    },
    head: { whiteSpace: 'nowrap' },
    row: {
      '& td, & th': { padding: theme.spacing(0.75, 1.5), textAlign: 'start' },
      '& $number': { textAlign: 'end' },
    },
    number: {},
    // Cells ignore such limits, so a block inside of them has them.
    name: {
      display: 'block',
      minInlineSize: '160px',
      maxInlineSize: '260px',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturityRollUpTable' },
);

/** The map of sets as a table, for screens that are wide enough to compare. */
export function RollUpTable(props: RollUpMapProps) {
  const { items, tracks, title, column, hrefOf } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow className={`${classes.head} ${classes.row}`}>
            <TableCell>{column}</TableCell>
            <TableCell className={classes.number}>
              {t('set.map.services')}
            </TableCell>
            {tracks.map(track => (
              <TableCell key={track.id}>
                <TrackName id={track.id} title={track.title} />
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <TableRow key={item.key} hover className={classes.row}>
              <TableCell component="th" scope="row" role="rowheader">
                <span className={classes.name}>
                  {item.entityRef ? (
                    <Link to={hrefOf(item.entityRef)}>{item.title}</Link>
                  ) : (
                    item.title || t('set.map.nobody')
                  )}
                </span>
              </TableCell>
              <TableCell className={classes.number}>
                {item.rollUp.total}
              </TableCell>
              {tracks.map(track => (
                <TableCell key={track.id}>
                  <RollUpTrackCell item={item} track={track} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
