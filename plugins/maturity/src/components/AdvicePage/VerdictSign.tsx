import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { cutOut } from '../frame/forcedColors';
import { verdictTones } from '../visual';
import type { Verdict } from './wire';

const useStyles = makeStyles(
  theme => {
    const tones = verdictTones(theme);
    return {
      root: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: theme.spacing(1),
        fontSize: '1.25rem',
        fontWeight: 600,
      },
      sign: { flex: 'none' },
      strong: { color: theme.palette.text.primary },
      done: { color: tones.pass },
      quiet: { color: tones.quiet },
      cut: cutOut(theme.palette.background.paper),
    };
  },
  { name: 'MaturityVerdictSign' },
);

/**
 * The verdict on a model: an arrow that is filled for now, outlined for next and dashed for later, so
 * that urgency reads without colour; a tick, a pause, a line or a question mark for the rest.
 */
export function VerdictSign(props: { verdict: Verdict }) {
  const { verdict } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <span className={`${classes.root} ${classes[toneOf(verdict)]}`}>
      <svg
        aria-hidden
        width="24"
        height="24"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={classes.sign}
      >
        <Shape verdict={verdict} cut={classes.cut} />
      </svg>
      {t(`advice.verdicts.${verdict}`)}
    </span>
  );
}

function toneOf(verdict: Verdict): 'strong' | 'done' | 'quiet' {
  if (verdict === 'attained') return 'done';
  return verdict === 'now' || verdict === 'next' ? 'strong' : 'quiet';
}

const ARROW = 'M7.5 12h9M12.8 8.2l3.9 3.8-3.9 3.8';

function Shape(props: { verdict: Verdict; cut: string }) {
  const { verdict, cut } = props;
  switch (verdict) {
    case 'now':
      return (
        <>
          <circle cx="12" cy="12" r="10" fill="currentColor" />
          <path d={ARROW} className={cut} strokeWidth="2" />
        </>
      );
    case 'next':
      return (
        <>
          <circle cx="12" cy="12" r="9.4" />
          <path d={ARROW} />
        </>
      );
    case 'later':
      return (
        <>
          <circle cx="12" cy="12" r="9.4" strokeDasharray="3.2 3" />
          <path d={ARROW} />
        </>
      );
    case 'attained':
      return (
        <>
          <circle cx="12" cy="12" r="10" fill="currentColor" />
          <path d="M7.4 12.4l3.2 3.2 6-6.8" className={cut} strokeWidth="2.2" />
        </>
      );
    case 'not-indicated':
      return <path d="M6 12h12" strokeWidth="2" />;
    case 'not-worth-it-yet':
      return (
        <>
          <circle cx="12" cy="12" r="9.4" />
          <path d="M9.6 8.6v6.8M14.4 8.6v6.8" strokeWidth="2" />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle cx="12" cy="12" r="9.4" strokeDasharray="3.2 3" />
          <path d="M9.4 9.8a2.7 2.7 0 1 1 3.8 2.5c-.8.4-1.2.9-1.2 1.7" />
          <circle cx="12" cy="16.9" r="0.5" fill="currentColor" />
        </>
      );
    default: {
      const never: never = verdict;
      return never;
    }
  }
}
