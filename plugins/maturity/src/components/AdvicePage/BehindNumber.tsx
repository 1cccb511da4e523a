import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { PopoverButton } from '../frame';
import { figure, listThatFired, measureOf } from './measures';
import { useRunningTypes } from './RunningTypes';
import type { Evidence } from './wire';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0, 0, 1),
      paddingInlineStart: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturityBehindNumber' },
);

/** A measured number that opens the entities behind it, and the list of services where a filter says it. */
export function BehindNumber(props: {
  evidence: Evidence;
  /** Whether the number stands alone, where its name stands beside it. */
  plain?: boolean;
}) {
  const { evidence, plain = false } = props;
  const { entityRefs, value, threshold } = evidence;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const measure = measureOf(evidence);
  const shown = figure(value, measure) ?? t('advice.notYet.unknown');
  const types = useRunningTypes();
  const list = listThatFired(measure, { threshold, types });
  const found = plain ? shown : t('advice.rule.value', { value: shown });
  if (entityRefs.length === 0 && !list) return <span>{found}</span>;
  const more = countOf(evidence) - entityRefs.length;
  const what = measure ? t(`advice.measure.${measure}`) : shown;
  return (
    <PopoverButton
      label={found}
      name={t('advice.rule.openBehind', { value: shown })}
      title={t('advice.rule.behind', { value: `${what}: ${shown}` })}
    >
      <ul className={classes.list}>
        {entityRefs.map(ref => (
          <li key={ref}>
            <EntityRefLink entityRef={ref} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('advice.rule.more', { count: more })}
        </Typography>
      )}
      {list && <Link to={href(list)}>{t('advice.rule.all')}</Link>}
    </PopoverButton>
  );
}

/** All entities behind the value, also those that are not listed. */
function countOf(evidence: Evidence): number {
  const named: unknown = 'count' in evidence ? evidence.count : undefined;
  return typeof named === 'number' ? named : evidence.entityRefs.length;
}
