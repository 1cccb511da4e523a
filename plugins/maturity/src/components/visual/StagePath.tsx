import { makeStyles } from '@material-ui/core/styles';
import { type Text, useText } from '../../hooks/useText';
import { StageStop } from './StageStop';
import { STAGES, type Stage, type Target } from './stages';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      inlineSize: '100%',
      maxInlineSize: '720px',
    },
    leaving: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityStagePath' },
);

export interface StagePathProps {
  /** Null for a service that is leaving. */
  stage: Stage | null;
  /** Left out where a target has no meaning, as for a whole organization. */
  target?: Target;
}

/** Five stops with a marker where the service stands and a flag at its target. */
export function StagePath(props: StagePathProps) {
  const { stage, target } = props;
  const t = useText();
  const classes = useStyles();
  if (stage === null) {
    return (
      <span className={classes.leaving}>
        <strong>{t('visual.stage.leaving')}.</strong>{' '}
        {t('visual.stage.leavingText')}
      </span>
    );
  }
  const label = stagePathLabel(t, stage, target);
  const reached = STAGES.indexOf(stage);
  return (
    <ol className={classes.list} aria-label={label}>
      {STAGES.map((stop, index) => (
        <StageStop
          key={stop}
          stop={stop}
          here={index === reached}
          reached={index <= reached}
          flagged={stop === target}
          first={index === 0}
        />
      ))}
    </ol>
  );
}

function stagePathLabel(t: Text, stage: Stage, target?: Target): string {
  const here = t(`visual.stage.${stage}`);
  if (target === undefined) return t('visual.stage.labelOnly', { stage: here });
  if (target === null) {
    return t('visual.stage.labelWithoutTarget', { stage: here });
  }
  return t('visual.stage.label', {
    stage: here,
    target: t(`visual.stage.${target}`),
  });
}
