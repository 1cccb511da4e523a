import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { type ServicesQuery, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { StageDistribution } from '../visual';
import { StageNames } from './StageNames';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      marginBlockStart: theme.spacing(1.5),
      fontSize: '0.875rem',
    },
  }),
  { name: 'MaturitySetStages' },
);

/** How many services of the set stand at each stop of the path. */
export function SetStages(props: { item: RollUpItem; within: ServicesQuery }) {
  const { item, within } = props;
  const { stages, total, experimental, deprecated } = item.rollUp;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <Section title={t('set.stages.title')} help={<Help term="stage" />}>
      <StageDistribution
        counts={stages}
        href={stage => href({ ...within, stage: [stage] })}
      />
      <StageNames />
      <div className={classes.facts}>
        <Link to={href(within)}>
          {t('set.summary.services', { count: total })}
        </Link>
        {experimental > 0 && (
          <Link to={href({ ...within, lifecycle: ['experimental'] })}>
            {t('set.summary.experimental', { number: String(experimental) })}
          </Link>
        )}
        {deprecated > 0 && (
          <Link to={href({ ...within, lifecycle: ['deprecated'] })}>
            {t('set.summary.deprecated', { number: String(deprecated) })}
          </Link>
        )}
      </div>
    </Section>
  );
}
