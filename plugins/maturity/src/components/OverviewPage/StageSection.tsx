import type {
  AdviceAnswer,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { StageDistribution, StagePath } from '../visual';

/** Where the organization stands on the path, and how many services stand at each stop. */
export function StageSection(props: {
  organization: RollUpItem;
  advice: AdviceAnswer | undefined;
}) {
  const { organization, advice } = props;
  const t = useText();
  const href = useServicesHref();
  const { stages, deprecated } = organization.rollUp;
  const stage = advice?.advice.orgStage ?? 'unknown';
  return (
    <Section title={t('overview.stages.title')} help={<Help term="stage" />}>
      <StageDistribution
        counts={stages}
        href={stop => href({ stage: [stop] })}
      />
      {stage !== 'unknown' && <StagePath stage={stage} />}
      {deprecated > 0 && (
        <Typography variant="body2" color="textSecondary">
          <Link to={href({ stage: ['leaving'] })}>
            {t('overview.stages.leaving', { count: deprecated })}
          </Link>
        </Typography>
      )}
    </Section>
  );
}
