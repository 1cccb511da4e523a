import { Link } from '@backstage/core-components';
import { useTaskEventStream } from '@backstage/plugin-scaffolder-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useContext, useEffect } from 'react';
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

/** The steps of the template that put a change where it belongs; without a change it skips them. */
const PUBLISHING = {
  local: 'publish',
  github: 'pullRequest',
  gitlab: 'mergeRequest',
} as const satisfies Record<Destination['destination'], string>;

/** A run of the template: what it does now, then what came of it and how to go on. */
export function TaskProgress(props: {
  taskId: string;
  destination: Destination['destination'];
  onClose(): void;
  onFailed(): void;
  onRetry(): void;
}) {
  const { taskId, destination, onClose, onFailed, onRetry } = props;
  const t = useText();
  const classes = useStyles();
  const onApplied = useContext(AppliedContext);
  const { task, steps, stepLogs, completed, cancelled, error, output } =
    useTaskEventStream(taskId);
  const proposal = output?.links?.find(({ url }) => url);
  const isHeld = steps[PUBLISHING[destination]]?.status === 'skipped';
  const hasFailed = Boolean(error) || cancelled;
  useEffect(() => {
    if (hasFailed) onFailed();
  }, [hasFailed, onFailed]);
  let content: ReactNode;
  if (hasFailed) {
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
        severity={isHeld ? 'info' : 'success'}
        role="status"
        title={t(isHeld ? 'fix.run.held' : `fix.run.applied.${destination}`)}
        action={
          (isHeld || destination === 'local') &&
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
        {t(isHeld ? 'fix.run.heldHelp' : `fix.run.appliedHelp.${destination}`)}{' '}
        {proposal?.url && (
          <Link to={proposal.url} underline="always">
            {proposal.title}
          </Link>
        )}
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
        isOpen={hasFailed}
      />
    </div>
  );
}
