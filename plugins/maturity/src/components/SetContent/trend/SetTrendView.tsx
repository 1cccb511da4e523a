import type {
  RollUpSnapshotList,
  Snapshot,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Track } from '../../../api';
import { type Text, useText } from '../../../hooks/useText';
import { TrendLegend, useDay } from '../../trend';
import { TrackColumns } from '../../visual';
import { levelParts } from './levelParts';
import { levelTrend } from './levelTrend';
import { TrackTrend } from './TrackTrend';

const useStyles = makeStyles(
  theme => ({
    note: { maxInlineSize: '75ch' },
    tone: { color: theme.palette.text.primary },
  }),
  { name: 'MaturitySetTrendView' },
);

/** The trend of each track of a set, or why there is none. */
export function SetTrendView(props: {
  list: RollUpSnapshotList;
  tracks: readonly Track[];
}) {
  const { list, tracks } = props;
  const { items, restricted } = list;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const first = items.at(0);
  const last = items.at(-1);
  if (!first || !last) {
    return (
      <Typography className={classes.note}>
        {t(restricted ? 'set.trend.hidden' : 'trend.none')}
      </Typography>
    );
  }
  const day = dayText(first.day);
  const note = restricted && (
    <Typography variant="body2" color="textSecondary" className={classes.note}>
      {t('set.trend.restricted')}
    </Typography>
  );
  if (first === last) {
    return (
      <>
        <Typography className={classes.note}>
          {t('trend.oneDay', { day })}
        </Typography>
        {note}
      </>
    );
  }
  const trends = tracks.map(track => ({
    track,
    trend: levelTrend(items, track),
  }));
  // Where all tracks have the same levels, one legend is enough.
  const alike =
    new Set(tracks.map(({ levels }) => levels.join('\n'))).size === 1;
  return (
    <>
      <Typography className={classes.note}>
        {servicesSentence(t, { first, last, day })}
      </Typography>
      {note}
      <TrackColumns>
        {trends.map(({ track, trend }) => (
          <div key={track.id}>
            <TrackTrend track={track} trend={trend} />
            {!alike && (
              <TrendLegend
                trends={[trend]}
                parts={levelParts(t, track.levels)}
                className={classes.tone}
              />
            )}
          </div>
        ))}
      </TrackColumns>
      {alike && (
        <TrendLegend
          trends={trends.map(({ trend }) => trend)}
          parts={levelParts(t, tracks[0].levels)}
          className={classes.tone}
        />
      )}
    </>
  );
}

function servicesSentence(
  t: Text,
  { first, last, day }: { first: Snapshot; last: Snapshot; day: string },
): string {
  const change = last.total - first.total;
  const count = last.total;
  if (change === 0) return t('set.trend.sameServices', { count, day });
  return t(change > 0 ? 'set.trend.moreServices' : 'set.trend.fewerServices', {
    count,
    change: String(Math.abs(change)),
    day,
  });
}
