import { EmptyState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
import { FirstRun, isFirstRun } from '../FirstRun';
import { Body, Failure, Skeletons } from '../frame';
import { LeverageSection, StagesSection, TracksSection } from '../rollUp';
import { AdviceLead } from './AdviceLead';
import { FreshnessLine, StaleNotice } from './Freshness';
import { PendingNotice } from './PendingNotice';
import { ProblemsNotice } from './ProblemsNotice';
import { TeamsSection } from './TeamsSection';
import { type OverviewData, useOverview } from './useOverview';
import { WeekSection } from './week';

const useStyles = makeStyles(
  theme => ({
    pair: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)',
      gap: theme.spacing(3),
      [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  }),
  { name: 'MaturityOverviewPage' },
);

/** Where the organization stands and what to do next: the body, without a page around it. */
export function OverviewPage() {
  const t = useText();
  useTitle(t('common.overviewTab'));
  const { value, error, pending, reload } = useOverview();
  return (
    <Body>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[360, 380, 480, 320]} />}
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
  const stage = advice?.advice.orgStage;
  return (
    <>
      <StaleNotice sweeps={sweeps} />
      {isFirstRun({ definitions, organization }) && (
        <FirstRun definitions={definitions} organization={organization} />
      )}
      <div className={classes.pair}>
        <AdviceLead answer={advice} definitions={definitions} />
        <StagesSection
          title={t('overview.stages.title')}
          item={organization}
          here={stage === 'unknown' ? undefined : stage}
        />
      </div>
      <TracksSection definitions={definitions} item={organization} />
      <TeamsSection definitions={definitions} teams={teams} />
      <LeverageSection definitions={definitions} organization={organization} />
      <WeekSection definitions={definitions} />
      <FreshnessLine sweeps={sweeps} />
    </>
  );
}
