import { Link } from '@backstage/core-components';
import { useTaskEventStream } from '@backstage/plugin-scaffolder-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useContext } from 'react';
import { useText } from '../../hooks/useText';
import { Action, Notice } from '../frame';
import { AppliedContext } from './AppliedContext';
import { TaskLog } from './TaskLog';
import type { Destination } from './templateInput';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(2) },
    step: { marginBlockEnd: theme.spacing(1) },
  }),
  { name: 'MaturityTaskProgress' },
);

/** A run of the template: what it does now, then what came of it and how to go on. */
export function TaskProgress(props: {
  taskId: string;
  destination: Destination['destination'];
  onClose(): void;
  onRetry(): void;
}) {
  const { taskId, destination, onClose, onRetry } = props;
  const t = useText();
  const classes = useStyles();
  const onApplied = useContext(AppliedContext);
  const { task, steps, stepLogs, completed, cancelled, error, output } =
    useTaskEventStream(taskId);
  const proposal = output?.links?.find(({ url }) => url);
  let content: ReactNode;
  if (error || cancelled) {
    content = (
      <Notice
        severity="error"
        role="alert"
        title={t('fix.run.failed')}
        action={
          <Action size="small" onClick={onRetry}>
            {t('fix.run.retry')}
          </Action>
        }
      >
        {error?.message ?? t('fix.run.cancelled')}
      </Notice>
    );
  } else if (completed) {
    content = (
      <Notice
        severity="success"
        role="status"
        title={t(`fix.run.applied.${destination}`)}
        action={
          destination === 'local' &&
          onApplied && (
            <Action
              size="small"
              variant="outlined"
              onClick={() => {
                onClose();
                onApplied();
              }}
            >
              {t('entity.evaluated.refresh')}
            </Action>
          )
        }
      >
        {t(`fix.run.appliedHelp.${destination}`)}{' '}
        {proposal?.url && <Link to={proposal.url}>{proposal.title}</Link>}
      </Notice>
    );
  } else {
    const current = task?.spec.steps.find(
      ({ id }) => steps[id]?.status === 'processing',
    );
    content = (
      <>
        <Typography variant="body2" role="status" className={classes.step}>
          {current?.name ?? t('fix.run.starting')}
        </Typography>
        <LinearProgress aria-label={t('fix.run.running')} />
      </>
    );
  }
  return (
    <div className={classes.root}>
      {content}
      <TaskLog
        lines={(task?.spec.steps ?? []).flatMap(({ id }) => stepLogs[id] ?? [])}
        isOpen={Boolean(error)}
      />
    </div>
  );
}
