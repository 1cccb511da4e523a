import { LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Action, errorSentence, Notice } from '../frame';
import { ByHand } from './ByHand';
import { TaskProgress } from './TaskProgress';
import {
  type Destination,
  templateHref,
  type TemplateInput,
} from './templateInput';
import type { Apply } from './useApply';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBlockStart: theme.spacing(2),
    },
    button: { textTransform: 'none', letterSpacing: 'normal' },
    note: {
      marginBlockStart: theme.spacing(1),
      color: theme.palette.text.secondary,
      maxInlineSize: '65ch',
    },
  }),
  { name: 'MaturityRunActions' },
);

/** The ways on from changes of one entity: making them here, the template's form, or by hand. */
export function RunActions(props: {
  entityRef: string;
  /** Lines to merge by hand. */
  lines: string;
  /** What the template takes; undefined where it cannot make these changes. */
  input: TemplateInput | undefined;
  /** Where the changes go; undefined where the portal cannot put them there. */
  destination: Destination['destination'] | undefined;
  /** Address of the template's form; undefined where there is none. */
  form: string | undefined;
  /** Whether the two before are not known yet. */
  busy: boolean;
  apply: Apply;
  onClose(): void;
}) {
  const { entityRef, lines, input, destination, form, busy } = props;
  const { state, start, fail, reset } = props.apply;
  const t = useText();
  const classes = useStyles();
  const applies = form && input && destination && start;
  if ((state.is === 'running' || state.is === 'failed') && destination) {
    return (
      <TaskProgress
        taskId={state.taskId}
        destination={destination}
        onClose={props.onClose}
        onFailed={fail}
        onRetry={reset}
      />
    );
  }
  const byHand = (
    <ByHand entityRef={entityRef} lines={lines} isOnly={!applies} />
  );
  return (
    <>
      {state.is === 'refused' && (
        <Notice severity="error" role="alert" title={t('fix.run.failed')}>
          {errorSentence(t, state.error)}
        </Notice>
      )}
      {!busy && !applies && byHand}
      {!busy && (
        <div className={classes.actions}>
          {applies && (
            <Action
              variant="contained"
              color="primary"
              disabled={state.is === 'starting'}
              onClick={() => start(input)}
            >
              {t(`fix.run.apply.${destination}`)}
            </Action>
          )}
          {form && input && (
            <LinkButton
              to={templateHref(form, input)}
              variant="outlined"
              className={classes.button}
            >
              {t('fix.run.template')}
            </LinkButton>
          )}
        </div>
      )}
      {!busy && (
        <Typography variant="body2" className={classes.note}>
          {!form && t('fix.run.noTemplate')}
          {form && !input && t('fix.run.unsuited')}
          {form &&
            input &&
            (applies
              ? t(`fix.run.applyHelp.${destination}`)
              : t('fix.run.templateHelp'))}
        </Typography>
      )}
      {!busy && applies && byHand}
    </>
  );
}
