import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { useText } from '../../../hooks/useText';
import { useUniqueId } from '../../../hooks/useUniqueId';
import { Action } from '../../frame';
import { type Trend, turningDays } from './trendOf';
import { useDay } from './useDay';

const COLUMNS = ['pass', 'fail', 'unknown', 'exempt'] as const;

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflow: 'auto',
      maxBlockSize: '360px',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    day: { whiteSpace: 'nowrap' },
    note: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityTrendTable' },
);

/** The same as numbers, for those who cannot see the chart and those who want to be exact. */
export function TrendTable(props: { trend: Trend }) {
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const id = useUniqueId('trend-table');
  const [shown, setShown] = useState(false);
  return (
    <>
      <Action
        size="small"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'checks.trend.hideTable' : 'checks.trend.showTable')}
      </Action>
      <div id={id}>
        {shown && (
          <div
            className={classes.scroll}
            role="region"
            aria-label={t('checks.trend.table')}
            // It scrolls, so the keyboard must be able to reach it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <Table size="small" aria-label={t('checks.trend.table')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('checks.trend.dayColumn')}</TableCell>
                  {COLUMNS.map(status => (
                    <TableCell key={status} align="right">
                      {t(`visual.verdict.${status}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {turningDays(props.trend).map(day => (
                  <TableRow key={day.day}>
                    <TableCell component="th" scope="row" role="rowheader">
                      <span className={classes.day}>{dayText(day.day)}</span>
                      {day.newDefinitions && (
                        <span className={classes.note}>
                          {' · '}
                          {t('checks.trend.definitions')}
                        </span>
                      )}
                    </TableCell>
                    {COLUMNS.map(status => (
                      <TableCell key={status} align="right">
                        {day[status]}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </div>
    </>
  );
}
