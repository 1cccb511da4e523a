import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      minInlineSize: 0,
    },
    icon: { flex: 'none' },
    // The pipeline runs with the text.
    turning: { '[dir="rtl"] &': { transform: 'scaleX(-1)' } },
    word: { overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityTrackName' },
);

/** Signs of the built-in tracks; a track of your own gets the sign of a checklist. */
const SIGNS: ReadonlyMap<string, ReactNode> = new Map([
  [
    'devops',
    <>
      <circle cx="3" cy="8" r="1.8" />
      <circle cx="13" cy="8" r="1.8" />
      <path d="M4.8 8h6.4M8.6 5.6L11 8l-2.4 2.4" />
    </>,
  ],
  ['sre', <path d="M1 8.5h3l2-5 3.2 9 2-4H15" />],
  [
    'platform',
    <>
      <path d="M8 1.8l6.2 3.1L8 8 1.8 4.9z" />
      <path d="M1.8 8L8 11.1 14.2 8M1.8 11.1L8 14.2l6.2-3.1" />
    </>,
  ],
]);

const OWN = (
  <path d="M2 4l1.2 1.2L5.4 3M2 9l1.2 1.2L5.4 8M8 4.2h6M8 9.2h6M8 13.6h6" />
);

/** A track: icon and word, without a colour of its own. */
export function TrackName(props: { id: string; title: string }) {
  const { id, title } = props;
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <svg
        aria-hidden
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={`${classes.icon} ${id === 'devops' ? classes.turning : ''}`}
      >
        {SIGNS.get(id) ?? OWN}
      </svg>
      <span className={classes.word}>{title}</span>
    </span>
  );
}
