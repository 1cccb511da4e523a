import type { ScorecardPage } from '@backstage-maturity/plugin-maturity-common';
import { type Theme, makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Track } from '../../api';
import { isFiltered } from '../../filters';
import { useText } from '../../hooks/useText';
import { Action, Empty } from '../frame';
import { TruthLegend } from '../visual';
import { Paging } from './Paging';
import { ServiceCards } from './ServiceCards';
import { ServicesTable } from './ServicesTable';
import { SortSelect } from './SortSelect';
import type { ServicesState } from './useServicesState';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(2) },
    busy: { opacity: 0.6 },
    // The label of the field stands on its upper edge.
    sort: { marginBlock: theme.spacing(2, 1) },
    legend: { marginBlock: theme.spacing(2, 1) },
  }),
  { name: 'MaturityServicesList' },
);

/** One page of services, or why there is none. */
export function ServicesList(props: {
  state: ServicesState;
  page: ScorecardPage;
  busy: boolean;
  tracks: readonly Track[];
  onClear(): void;
}) {
  const { state, page, busy, tracks, onClear } = props;
  const { query, change, turn } = state;
  const t = useText();
  const classes = useStyles();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const { nextCursor, prevCursor } = page.pageInfo;
  const paged = Boolean(nextCursor || prevCursor);
  if (page.items.length === 0) {
    return isFiltered(query) ? (
      <Empty
        title={t('services.empty.title')}
        action={
          <Action variant="outlined" onClick={onClear}>
            {t('services.clear')}
          </Action>
        }
      >
        {t('services.empty.text')}
      </Empty>
    ) : (
      <Empty title={t('services.none.title')}>{t('services.none.text')}</Empty>
    );
  }
  return (
    <div
      className={`${classes.root} ${busy ? classes.busy : ''}`}
      aria-busy={busy}
    >
      <Paging page={page} busy={busy} onTurn={turn} />
      {narrow ? (
        <>
          <div className={classes.sort}>
            <SortSelect
              tracks={tracks}
              sort={query.sort}
              onSort={sort => change({ sort })}
            />
          </div>
          <ServiceCards items={page.items} tracks={tracks} />
        </>
      ) : (
        <ServicesTable
          items={page.items}
          tracks={tracks}
          sort={query.sort}
          onSort={sort => change({ sort })}
        />
      )}
      <div className={classes.legend}>
        <TruthLegend />
      </div>
      {paged && <Paging page={page} busy={busy} onTurn={turn} />}
    </div>
  );
}
