import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { TrackName } from '../visual';
import { columnsOf, directionOf, nextSort } from './columns';
import { ServiceRow } from './ServiceRow';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    head: { whiteSpace: 'nowrap' },
    row: { '& td, & th': { padding: theme.spacing(0.75, 1.5) } },
  }),
  { name: 'MaturityServicesTable' },
);

export interface ServicesTableProps {
  items: readonly ScorecardSummary[];
  tracks: readonly Track[];
  sort: string | undefined;
  onSort(sort: string): void;
}

/** The list as a table, for screens that are wide enough to compare. */
export function ServicesTable(props: ServicesTableProps) {
  const { items, tracks, sort, onSort } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('services.title')}>
        <TableHead>
          <TableRow className={`${classes.head} ${classes.row}`}>
            {columnsOf(t, tracks).map(column => {
              const direction = directionOf(column, sort);
              return (
                <TableCell key={column.id} sortDirection={direction ?? false}>
                  <TableSortLabel
                    active={direction !== undefined}
                    direction={direction ?? 'asc'}
                    onClick={() => onSort(nextSort(column, sort))}
                  >
                    {column.track ? (
                      <TrackName
                        id={column.track.id}
                        title={column.track.title}
                      />
                    ) : (
                      column.label
                    )}
                  </TableSortLabel>
                </TableCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <ServiceRow
              key={item.entityRef}
              item={item}
              tracks={tracks}
              className={classes.row}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
