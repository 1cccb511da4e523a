import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { forwardRef } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      textTransform: 'none',
      letterSpacing: 'normal',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
      // A button that keeps the focus though it does nothing now looks like one that is disabled.
      '&[aria-disabled="true"]': {
        color: theme.palette.action.disabled,
        cursor: 'default',
      },
      '@media print': { display: 'none' },
    },
    // Beside the words also where text runs from right to left.
    startIcon: { marginInline: '-2px 8px' },
  }),
  { name: 'MaturityAction' },
);

/** A button in sentence case, like all our texts, whatever the theme does to its own. */
export const Action = forwardRef<
  HTMLButtonElement,
  Omit<ButtonProps, 'className' | 'classes' | 'ref'>
>((props, ref) => {
  const classes = useStyles();
  return (
    <Button
      {...props}
      ref={ref}
      // Material UI lets a ripple pulsate that a new button does not have yet, and takes the page down.
      disableFocusRipple
      className={classes.root}
      classes={{ startIcon: classes.startIcon }}
    />
  );
});
