import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 10,
      fontSize: '0.75rem',
      lineHeight: '18px',
      whiteSpace: 'nowrap',
      color: theme.palette.text.secondary,
    },
    sign: { flex: 'none', '[dir="rtl"] &': { transform: 'scaleX(-1)' } },
  }),
  { name: 'MaturityGoldenPathMark' },
);

/** Says that a check passes thanks to the golden path that the service was made from. */
export function GoldenPathMark() {
  const t = useText();
  const classes = useStyles();
  return (
    <span className={classes.root} title={t('check.goldenPathText')}>
      <svg
        aria-hidden
        width="12"
        height="12"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={classes.sign}
      >
        <path d="M3 15C3 10 13 11 13 6.5 13 4.5 11.5 3.5 9 3.5H6" />
        <path d="M8.5 1L6 3.5 8.5 6" />
      </svg>
      {t('check.goldenPath')}
    </span>
  );
}
