import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { stageLabel } from './stageLabel';
import { STAGES, type Stage, type Target } from './stages';

const STEP = 16;
const MIDDLE = 13;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
    },
    glyph: {
      flex: 'none',
      color: theme.palette.text.primary,
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
    },
    name: { fontWeight: 600 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityStageTag' },
);

/** The stage path as a glyph with the stage's name beside it, for a card or a line. */
export function StageTag(props: { stage: Stage | null; target?: Target }) {
  const { stage, target } = props;
  const t = useText();
  const classes = useStyles();
  const label = stageLabel(t, stage, target);
  const reached = stage === null ? -1 : STAGES.indexOf(stage);
  return (
    <span className={classes.root} role="img" aria-label={label} title={label}>
      {stage !== null && (
        <svg
          width={STEP * 5}
          height="20"
          viewBox={`0 0 ${STEP * 5} 20`}
          fill="none"
          stroke="currentColor"
          className={classes.glyph}
        >
          {STAGES.map((stop, index) => (
            <Stop
              key={stop}
              x={STEP * (index + 0.5)}
              joined={index > 0}
              reached={index <= reached}
              here={index === reached}
              flagged={stop === target}
            />
          ))}
        </svg>
      )}
      <span className={classes.name} aria-hidden>
        {t(`visual.stage.${stage ?? 'leaving'}`)}
      </span>
      {stage !== null && target && (
        <span className={classes.quiet} aria-hidden>
          {t('visual.stage.aim', { target: t(`visual.stage.${target}`) })}
        </span>
      )}
    </span>
  );
}

function Stop(props: {
  x: number;
  joined: boolean;
  reached: boolean;
  here: boolean;
  flagged: boolean;
}) {
  const { x, joined, reached, here, flagged } = props;
  return (
    <>
      {joined && (
        <path
          d={`M${x - STEP + 5} ${MIDDLE}h${STEP - 10}`}
          strokeDasharray={reached ? undefined : '2 2'}
        />
      )}
      {here && <circle cx={x} cy={MIDDLE} r="5" />}
      <circle
        cx={x}
        cy={MIDDLE}
        r={here || reached ? 2.5 : 2}
        fill={reached ? 'currentColor' : 'none'}
      />
      {flagged && (
        <path d={`M${x} ${MIDDLE - 6}v-6l5 2-5 2`} fill="currentColor" />
      )}
    </>
  );
}
