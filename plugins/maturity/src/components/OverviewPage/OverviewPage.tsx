import { EmptyState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Body, Failure, Skeletons } from '../frame';
import { AdviceLead } from './AdviceLead';
import { FreshnessSection } from './FreshnessSection';
import { LeverageSection } from './LeverageSection';
import { PendingNotice } from './PendingNotice';
import { ProblemsNotice } from './ProblemsNotice';
import { StageSection } from './StageSection';
import { TeamsSection } from './TeamsSection';
import { TrackSection } from './TrackSection';
import { type OverviewData, useOverview } from './useOverview';

const useStyles = makeStyles(
  theme => ({
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
      gap: theme.spacing(3),
    },
  }),
  { name: 'MaturityOverviewPage' },
);

/** Where the organization stands and what to do next: the body, without a page around it. */
export function OverviewPage() {
  const { value, error, pending, reload } = useOverview();
  return (
    <Body>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[160, 200, 260, 320]} />}
      {value && <ProblemsNotice problems={value.definitions.problems} />}
      {value && pending && <PendingNotice sweeps={value.sweeps} />}
      {value && !pending && <Overview data={value} />}
    </Body>
  );
}

function Overview(props: { data: OverviewData }) {
  const { definitions, organization, teams, advice, sweeps } = props.data;
  const t = useText();
  const classes = useStyles();
  if (!organization || organization.rollUp.total === 0) {
    return (
      <EmptyState
        missing="data"
        title={t('overview.empty.title')}
        description={t('overview.empty.text')}
      />
    );
  }
  return (
    <>
      <div className={classes.pair}>
        <AdviceLead answer={advice} />
        <StageSection organization={organization} advice={advice} />
      </div>
      <TrackSection definitions={definitions} organization={organization} />
      <TeamsSection definitions={definitions} teams={teams} />
      <LeverageSection definitions={definitions} organization={organization} />
      <FreshnessSection sweeps={sweeps} />
    </>
  );
}
