import type { ScorecardSummary } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import type { Track } from '../../api';
import { useServiceLink } from '../../filters';
import { useText } from '../../hooks/useText';
import { own } from '../../own';
import { TrackCell } from './TrackCell';

const useStyles = makeStyles(
  theme => ({
    // Cells ignore such limits, so a block inside of them has them.
    name: {
      display: 'block',
      minInlineSize: '184px',
      maxInlineSize: '280px',
      overflowWrap: 'anywhere',
      fontWeight: 600,
    },
    kind: {
      display: 'block',
      fontWeight: 400,
      fontSize: '0.75rem',
      color: theme.palette.text.secondary,
    },
    quiet: { color: theme.palette.text.secondary },
    stage: { whiteSpace: 'nowrap' },
    owner: {
      display: 'block',
      minInlineSize: '128px',
      maxInlineSize: '200px',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturityServiceRow' },
);

/** One service of the table. */
export function ServiceRow(props: {
  item: ScorecardSummary;
  tracks: readonly Track[];
  className: string;
}) {
  const { item, tracks, className } = props;
  const t = useText();
  const classes = useStyles();
  const link = useServiceLink();
  return (
    <TableRow hover className={className}>
      <TableCell component="th" scope="row" role="rowheader">
        <span className={classes.name}>
          <Link to={link(item.entityRef)}>{item.title}</Link>
          <span className={classes.kind}>
            {item.type}
            {item.lifecycle !== 'production' &&
              ` · ${t(`services.lifecycles.${item.lifecycle}`)}`}
          </span>
        </span>
      </TableCell>
      {tracks.map(track => (
        <TableCell key={track.id}>
          <TrackCell track={track} score={own(item.tracks, track.id)} />
        </TableCell>
      ))}
      <TableCell className={item.stage === null ? classes.quiet : undefined}>
        <span className={classes.stage}>
          {t(`visual.stage.${item.stage ?? 'leaving'}`)}
        </span>
      </TableCell>
      <TableCell>
        {item.owner && (
          <span className={classes.owner}>
            <EntityRefLink entityRef={item.owner} defaultKind="group" />
          </span>
        )}
      </TableCell>
      <TableCell className={item.tier === null ? classes.quiet : undefined}>
        {item.tier ?? '–'}
      </TableCell>
    </TableRow>
  );
}
