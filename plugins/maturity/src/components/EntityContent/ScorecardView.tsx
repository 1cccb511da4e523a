import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback } from 'react';
import { useText } from '../../hooks/useText';
import { Fixing } from '../FixDialog';
import { Help, Notice, Section } from '../frame';
import { HistorySection } from '../HistorySection';
import { StagePath } from '../visual';
import { ChecksSection } from './ChecksSection';
import { EvaluatedLine } from './EvaluatedLine';
import { NextSection } from './NextSection';
import { ObjectivesSection } from './ObjectivesSection';
import { OwnerBadge } from './OwnerBadge';
import { TracksSection } from './TracksSection';
import { useRefresh } from './useRefresh';
import type { ScorecardData } from './useScorecard';

const useStyles = makeStyles(
  theme => ({ note: { marginBlockStart: theme.spacing(2) } }),
  { name: 'MaturityScorecardView' },
);

/** A scorecard from top to bottom: stage, tracks, what is next, every check, what changed. */
export function ScorecardView(props: {
  entity: Entity;
  data: ScorecardData;
  onRefreshed(data: ScorecardData): void;
}) {
  const { entity, data, onRefreshed } = props;
  const { detail, definitions } = data;
  const t = useText();
  const classes = useStyles();
  const replace = useCallback(
    (fresh: ScorecardData['detail']) =>
      onRefreshed({ detail: fresh, definitions }),
    [onRefreshed, definitions],
  );
  const { entityRef, stage, target, notes } = detail.scorecard;
  const { refresh, start } = useRefresh({ entityRef, onRefreshed: replace });
  return (
    <Fixing entity={entity} onApplied={start}>
      <EvaluatedLine
        evaluatedAt={detail.summary.evaluatedAt}
        refresh={refresh}
        onRefresh={start}
      />
      <Section title={t('entity.stage.title')} help={<Help term="target" />}>
        <StagePath stage={stage} target={target} />
        <OwnerBadge results={detail.scorecard.results} />
        {notes.includes('out-of-order') && (
          <div className={classes.note}>
            <Notice severity="info">{t('entity.outOfOrder')}</Notice>
          </div>
        )}
      </Section>
      <TracksSection {...data} />
      <NextSection {...data} />
      <ObjectivesSection entity={entity} />
      <ChecksSection {...data} />
      <HistorySection
        entityRef={entityRef}
        evaluatedAt={detail.summary.evaluatedAt}
        definitions={definitions}
      />
    </Fixing>
  );
}
