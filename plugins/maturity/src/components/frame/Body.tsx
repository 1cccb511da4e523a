import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { forcedColors } from './forcedColors';
import { paper } from './paper';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      // Wider lines could not be compared; what is left over stays at the end, in line with the page's head.
      maxInlineSize: '1680px',
      fontVariantNumeric: 'tabular-nums',
      // Names come from the catalog and may have no place to break. Tables scroll instead, as their
      // columns would shrink to single letters.
      overflowWrap: 'anywhere',
      '& table': { overflowWrap: 'break-word' },
      '& a:focus-visible, & button:focus-visible, & [tabindex]:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
      // Where text runs from right to left, so does what stands below a field.
      '& .MuiFormHelperText-root': { textAlign: 'start' },
      '@media (prefers-reduced-motion: reduce)': {
        '& *': {
          animation: 'none !important',
          transition: 'none !important',
        },
      },
    },
    print: paper,
    forced: forcedColors,
  }),
  { name: 'MaturityBody' },
);

/** The column that every page and tab of ours stands in. */
export function Body(props: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <div
      className={`${classes.root} ${classes.print} ${classes.forced}`}
      data-maturity=""
    >
      {props.children}
    </div>
  );
}
