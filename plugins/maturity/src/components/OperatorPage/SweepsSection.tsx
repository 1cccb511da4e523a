import type { Sweep } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { Action, Section } from '../frame';
import { SweepRow } from './SweepRow';

const FIGURES = [
  'duration',
  'total',
  'evaluated',
  'written',
  'removed',
] as const;

/** Readings that fit beside the rest of the page. */
const SHOWN = 8;

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      marginBlockStart: theme.spacing(1),
      '@media print': { overflow: 'visible' },
    },
    table: {
      '& td, & th': {
        textAlign: 'start',
        padding: theme.spacing(0.75, 1.5),
      },
      '& $number': { textAlign: 'end' },
    },
    number: {},
    head: { whiteSpace: 'nowrap' },
    more: { marginBlockStart: theme.spacing(1.5) },
  }),
  { name: 'MaturitySweepsSection' },
);

/** The last sweeps: when, how long, how much, and what went wrong. */
export function SweepsSection(props: { sweeps: readonly Sweep[] }) {
  const { sweeps } = props;
  const t = useText();
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const finished = sweeps.filter(({ status }) => status !== 'running');
  const failures = finished.filter(({ status }) => status === 'failed').length;
  const total = String(finished.length);
  return (
    <Section title={t('operator.sweeps.title')}>
      {sweeps.length === 0 ? (
        <Typography>{t('operator.sweeps.empty')}</Typography>
      ) : (
        <>
          {finished.length > 0 && (
            <Typography>
              {failures > 0
                ? t('operator.sweeps.failures', { count: failures, total })
                : t('operator.sweeps.healthy', { total })}
            </Typography>
          )}
          <div
            className={classes.scroll}
            role="region"
            aria-label={t('operator.sweeps.table')}
            // Keyboards scroll what has the focus.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <Table
              size="small"
              className={classes.table}
              aria-label={t('operator.sweeps.title')}
            >
              <TableHead>
                <TableRow className={classes.head}>
                  <TableCell>{t('operator.sweeps.started')}</TableCell>
                  <TableCell>{t('operator.sweeps.status')}</TableCell>
                  {FIGURES.map(name => (
                    <TableCell key={name} className={classes.number}>
                      {t(`operator.sweeps.${name}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {(all ? sweeps : sweeps.slice(0, SHOWN)).map(sweep => (
                  <SweepRow key={sweep.id} sweep={sweep} />
                ))}
              </TableBody>
            </Table>
          </div>
          {sweeps.length > SHOWN && (
            <div className={classes.more}>
              <Action
                size="small"
                variant="outlined"
                aria-expanded={all}
                onClick={() => setAll(!all)}
              >
                {all
                  ? t('operator.sweeps.fewer')
                  : t('operator.sweeps.all', { total: String(sweeps.length) })}
              </Action>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
