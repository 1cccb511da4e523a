import type {
  Definitions,
  SnapshotList,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../../hooks/useText';
import { useDay } from '../../trend';
import { TrackName } from '../../visual';
import { ClaimsButton } from '../ClaimsButton';
import { figure, measureOf } from '../measures';
import { modelTitle } from '../modelTitle';
import { Threshold } from '../Threshold';
import { crossedSentence, crossingMeaning } from './crossingSentences';

const useStyles = makeStyles(
  theme => ({
    item: {
      padding: theme.spacing(0.75, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    what: { fontWeight: 600 },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      fontSize: '0.8125rem',
    },
  }),
  { name: 'MaturityCrossingItem' },
);

/** One passed threshold: from what to what, when, what it means now, and whose threshold it is. */
export function CrossingItem(props: {
  crossing: SnapshotList['crossings'][number];
  definitions: Definitions;
}) {
  const { crossing, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const dayText = useDay();
  const { track, origin, threshold, claims } = crossing;
  const measure = measureOf(crossing);
  return (
    <li className={classes.item}>
      <Typography variant="body2" className={classes.what}>
        {crossedSentence(t, { crossing, dayText })}
      </Typography>
      <Typography variant="body2">
        {crossingMeaning(t, { crossing, definitions })}{' '}
        {crossing.newDefinitions && t('advice.growth.redefined')}
      </Typography>
      <div className={classes.line}>
        <TrackName id={track} title={modelTitle(definitions, track)} />
        <Threshold
          threshold={figure(threshold, measure) ?? ''}
          origin={origin}
        />
        <ClaimsButton claims={claims} />
      </div>
    </li>
  );
}
