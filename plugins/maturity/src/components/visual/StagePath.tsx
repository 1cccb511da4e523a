import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { stageLabel } from './stageLabel';
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
  /** Null for a service that is leaving; left out for a set, whose services stand at many stops. */
  stage?: Stage | null;
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
  const label = stage && stageLabel(t, stage, target);
  const reached = stage === undefined ? -1 : STAGES.indexOf(stage);
  return (
    <ol className={classes.list} aria-label={label ?? t('visual.stage.path')}>
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
