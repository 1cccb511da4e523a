import type {
  Definitions,
  SnapshotList,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../../hooks/useText';
import { Notice } from '../../frame';
import { CrossingItem } from './CrossingItem';

/** Beyond these the notice would be longer than what it is about. */
const SHOWN = 4;

const useStyles = makeStyles(
  { list: { listStyle: 'none', margin: 0, padding: 0 } },
  { name: 'MaturityCrossedNotice' },
);

/** Says which thresholds were passed in the last quarter; nothing where none was. */
export function CrossedNotice(props: {
  crossings: SnapshotList['crossings'];
  definitions: Definitions;
}) {
  const { crossings, definitions } = props;
  const t = useText();
  const classes = useStyles();
  if (crossings.length === 0) return null;
  const more = crossings.length - SHOWN;
  return (
    <Notice
      severity="info"
      title={t('advice.growth.crossed', { count: crossings.length })}
    >
      <ul className={classes.list}>
        {crossings.slice(0, SHOWN).map(crossing => (
          <CrossingItem
            key={`${crossing.ruleId}-${crossing.measure}`}
            crossing={crossing}
            definitions={definitions}
          />
        ))}
      </ul>
      {more > 0 && (
        <Typography variant="body2">
          {t('advice.growth.older', { count: more })}
        </Typography>
      )}
    </Notice>
  );
}
