import type { Result } from '../../api';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { cutOut } from '../frame/forcedColors';
import { verdictTones } from './tones';

/** The five verdicts on a check. */
export type Verdict = Result['status'];

const useStyles = makeStyles(
  theme => {
    const tones = verdictTones(theme);
    return {
      mark: { display: 'inline-block', flex: 'none', verticalAlign: 'middle' },
      pass: { color: tones.pass },
      fail: { color: tones.fail },
      unknown: { color: tones.quiet },
      'not-applicable': { color: tones.quiet },
      exempt: { color: tones.exempt },
      cut: cutOut(theme.palette.background.paper),
    };
  },
  { name: 'MaturityVerdictMark' },
);

/** Shape first, colour second: every verdict has an outline of its own. */
export function VerdictMark(props: { status: Verdict; size?: number }) {
  const { status, size = 16 } = props;
  const t = useText();
  const classes = useStyles();
  const label = t(`visual.verdict.${status}`);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`${classes.mark} ${classes[status]}`}
    >
      <title>{label}</title>
      <Shape status={status} cut={classes.cut} />
    </svg>
  );
}

function Shape(props: { status: Verdict; cut: string }) {
  const { status, cut } = props;
  switch (status) {
    case 'pass':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path
            d="M4.8 8.3l2.2 2.2 4.2-4.6"
            className={cut}
            strokeWidth="1.7"
          />
        </>
      );
    case 'fail':
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path
            d="M5.5 5.5l5 5M10.5 5.5l-5 5"
            className={cut}
            strokeWidth="1.7"
          />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.4"
            stroke="currentColor"
            strokeWidth="1.2"
            strokeDasharray="2.4 2.2"
          />
          <path
            d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.5.3-.8.6-.8 1.2"
            stroke="currentColor"
            strokeWidth="1.3"
          />
          <circle cx="8" cy="11.4" r="0.8" fill="currentColor" />
        </>
      );
    case 'not-applicable':
      return <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" />;
    case 'exempt':
      return (
        <>
          <path
            d="M8 1.4l5.4 1.9v4c0 3.4-2.2 5.9-5.4 7.3-3.2-1.4-5.4-3.9-5.4-7.3v-4z"
            stroke="currentColor"
            strokeWidth="1.3"
          />
          <path d="M8 5v3.2l2 1.2" stroke="currentColor" strokeWidth="1.3" />
        </>
      );
    default: {
      const never: never = status;
      return never;
    }
  }
}
