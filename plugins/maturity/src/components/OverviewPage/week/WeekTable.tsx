import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../../hooks/useText';
import { useDay } from '../../trend';
import type { Week } from './useWeek';
import type { WeekNumbers, WeekRow } from './weekNumbers';

const useStyles = makeStyles(
  theme => ({
    title: { fontSize: '1rem', fontWeight: 600 },
    cell: {
      padding: theme.spacing(0.75, 1),
      fontVariantNumeric: 'tabular-nums',
    },
    head: { color: theme.palette.text.secondary, fontWeight: 400 },
    moved: { fontWeight: 600 },
    same: { color: theme.palette.text.secondary },
    note: { marginBlockStart: theme.spacing(1), maxInlineSize: '55ch' },
  }),
  { name: 'MaturityWeekTable' },
);

/** How many services stood where, then and now; or why that cannot be said. */
export function WeekTable(props: { numbers: Week['numbers'] }) {
  const { numbers } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <div>
      <Typography component="h3" className={classes.title}>
        {t('week.numbers.title')}
      </Typography>
      {numbers ? (
        <Numbers numbers={numbers} />
      ) : (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          {t(
            numbers === null ? 'week.numbers.notAllowed' : 'week.numbers.none',
          )}
        </Typography>
      )}
    </div>
  );
}

function Numbers({ numbers }: { numbers: WeekNumbers }) {
  const { from, to, rows, newDefinitions } = numbers;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const head = `${classes.cell} ${classes.head}`;
  return (
    <>
      <Table size="small" aria-label={t('week.numbers.label')}>
        <TableHead>
          <TableRow>
            <TableCell className={head}>{t('week.numbers.stage')}</TableCell>
            <TableCell className={head} align="right">
              {dayText(from)}
            </TableCell>
            <TableCell className={head} align="right">
              {dayText(to)}
            </TableCell>
            <TableCell className={head} align="right">
              {t('week.numbers.change')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => {
            const moved = row.now !== row.before;
            const cell = `${classes.cell} ${
              moved ? classes.moved : classes.same
            }`;
            return (
              <TableRow key={row.of}>
                <TableCell
                  component="th"
                  scope="row"
                  role="rowheader"
                  className={classes.cell}
                >
                  {nameOf(t, row)}
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {row.before}
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {row.now}
                </TableCell>
                <TableCell className={cell} align="right">
                  {moved ? signed(row) : t('week.numbers.same')}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      {newDefinitions && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.note}
        >
          {t('week.numbers.definitions')}
        </Typography>
      )}
    </>
  );
}

function nameOf(t: Text, { of }: WeekRow): string {
  return of === 'total' ? t('week.numbers.total') : t(`visual.stage.${of}`);
}

/** With a sign in front, a true minus included. */
function signed({ before, now }: WeekRow): string {
  const change = now - before;
  return change > 0 ? `+${change}` : `−${-change}`;
}
