import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action } from '../frame';
import type { TrendPart } from './parts';
import { type Trend, turningDays } from './trendOf';
import { useDay } from './useDay';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(1) },
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
    number: { fontVariantNumeric: 'tabular-nums' },
  }),
  { name: 'MaturityTrendTable' },
);

/** The same as numbers, for those who cannot see the chart and those who want to be exact. */
export function TrendTable(props: {
  trend: Trend;
  parts: readonly TrendPart[];
  /** What is counted, where a page has several charts. */
  of?: string;
}) {
  const { trend, parts, of } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const id = useUniqueId('trend-table');
  const [shown, setShown] = useState(false);
  const label =
    of === undefined ? t('trend.table') : t('trend.tableOf', { of });
  const word = t(shown ? 'trend.hideTable' : 'trend.showTable');
  return (
    <div className={classes.root}>
      <Action
        size="small"
        aria-expanded={shown}
        aria-controls={id}
        aria-label={of === undefined ? undefined : `${word}: ${of}`}
        onClick={() => setShown(!shown)}
      >
        {word}
      </Action>
      <div id={id}>
        {shown && (
          <div
            className={classes.scroll}
            role="region"
            aria-label={label}
            // It scrolls, so the keyboard must be able to reach it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <Table size="small" aria-label={label}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('trend.dayColumn')}</TableCell>
                  {parts.map(({ name, word: head }) => (
                    <TableCell key={name} align="right">
                      {head}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {turningDays(trend).map(day => (
                  <TableRow key={day.day}>
                    <TableCell component="th" scope="row" role="rowheader">
                      <span className={classes.day}>{dayText(day.day)}</span>
                      {day.newDefinitions && (
                        <span className={classes.note}>
                          {' · '}
                          {t('trend.definitions')}
                        </span>
                      )}
                    </TableCell>
                    {parts.map(({ name }, index) => (
                      <TableCell
                        key={name}
                        align="right"
                        className={classes.number}
                      >
                        {day.values[index]}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </div>
    </div>
  );
}
