import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { NARROW } from './narrow';
import type { Stage } from './stages';

const MARK = 24;

const useStyles = makeStyles(
  theme => ({
    stop: {
      flex: '1 1 0',
      minInlineSize: 0,
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      textAlign: 'center',
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.3,
    },
    // The line to the stop before; dashed where it has not been walked.
    joined: {
      '&::before': {
        content: '""',
        position: 'absolute',
        insetBlockStart: 11,
        insetInlineStart: `calc(-50% + ${MARK / 2}px)`,
        inlineSize: `calc(100% - ${MARK}px)`,
        borderBlockStart: '2px dashed currentColor',
        opacity: 0.6,
      },
    },
    walked: {
      color: theme.palette.text.primary,
      '&::before': { borderBlockStartStyle: 'solid', opacity: 1 },
    },
    here: { fontWeight: 700 },
    mark: {
      display: 'block',
      overflow: 'visible',
      // The flag flies in the direction of the path.
      '[dir="rtl"] &': { transform: 'scaleX(-1)' },
    },
    word: { overflowWrap: 'anywhere', paddingInline: 2 },
    // Five words are wider than the smallest screens: every other one stands a line lower.
    lower: {
      [NARROW]: {
        '& $word': { whiteSpace: 'nowrap' },
        '&:nth-child(even) $word': { marginBlockStart: '1.3em' },
      },
    },
    note: {
      fontSize: '0.6875rem',
      fontWeight: 400,
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityStageStop' },
);

interface StageStopProps {
  stop: Stage;
  here: boolean;
  reached: boolean;
  flagged: boolean;
  first: boolean;
}

/** One stop: dot when walked, ring when ahead, ring with core where the service stands. */
export function StageStop(props: StageStopProps) {
  const { stop, here, reached, flagged, first } = props;
  const t = useText();
  const classes = useStyles();
  const names = [
    classes.stop,
    classes.lower,
    first ? '' : classes.joined,
    reached ? classes.walked : '',
    here ? classes.here : '',
  ];
  return (
    <li className={names.join(' ')} aria-current={here ? 'step' : undefined}>
      <svg
        aria-hidden
        width={MARK}
        height={MARK}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        className={classes.mark}
      >
        {here && (
          <>
            <circle cx="12" cy="12" r="9" />
            <circle cx="12" cy="12" r="4.5" fill="currentColor" />
          </>
        )}
        {!here && reached && (
          <circle cx="12" cy="12" r="5" fill="currentColor" />
        )}
        {!here && !reached && <circle cx="12" cy="12" r="5" />}
        {flagged && (
          <path
            d="M18.5 9V-3M18.5 -3l8 2.6-8 2.6z"
            strokeWidth="1.5"
            strokeLinejoin="round"
            fill="currentColor"
          />
        )}
      </svg>
      <span className={classes.word}>{t(`visual.stage.${stop}`)}</span>
      {here && <span className={classes.note}>{t('visual.stage.here')}</span>}
      {flagged && (
        <span className={classes.note}>{t('visual.stage.target')}</span>
      )}
    </li>
  );
}
