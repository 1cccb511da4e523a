import type { ScorecardPage } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Track } from '../../api';
import { type ServicesQuery, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Section } from '../frame';
import { columnsOf } from '../ServicesPage/columns';
import { Paging } from '../ServicesPage/Paging';
import { ServiceCards } from '../ServicesPage/ServiceCards';
import { ServiceRow } from '../ServicesPage/ServiceRow';
import { TrackName } from '../visual';

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflowX: 'auto',
      '@media print': { overflow: 'visible' },
    },
    busy: { opacity: 0.6 },
    head: { whiteSpace: 'nowrap' },
    row: {
      '& td, & th': { padding: theme.spacing(0.75, 1.5), textAlign: 'start' },
    },
  }),
  { name: 'MaturityMembersSection' },
);

/** One page of the services of a set, with a way to the list that can be filtered further. */
export function MembersSection(props: {
  page: ScorecardPage;
  tracks: readonly Track[];
  within: ServicesQuery;
  busy: boolean;
  onTurn(cursor: string): void;
}) {
  const { page, tracks, within, busy, onTurn } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  return (
    <Section
      title={t('set.members.title')}
      actions={<Link to={href(within)}>{t('set.members.list')}</Link>}
    >
      <Paging page={page} busy={busy} announced onTurn={onTurn} />
      <div
        className={`${classes.scroll} ${busy ? classes.busy : ''}`}
        aria-busy={busy}
      >
        {narrow ? (
          <ServiceCards items={page.items} tracks={tracks} />
        ) : (
          <Table size="small" aria-label={t('set.members.title')}>
            <TableHead>
              <TableRow className={`${classes.head} ${classes.row}`}>
                {columnsOf(t, tracks).map(({ id, label, track }) => (
                  <TableCell key={id}>
                    {track ? (
                      <TrackName id={track.id} title={track.title} />
                    ) : (
                      label
                    )}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {page.items.map(item => (
                <ServiceRow
                  key={item.entityRef}
                  item={item}
                  tracks={tracks}
                  className={classes.row}
                />
              ))}
            </TableBody>
          </Table>
        )}
      </div>
    </Section>
  );
}
