import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { forwardRef } from 'react';

const useStyles = makeStyles(
  {
    root: {
      textTransform: 'none',
      letterSpacing: 'normal',
      '@media print': { display: 'none' },
    },
    // Beside the words also where text runs from right to left.
    startIcon: { marginInline: '-2px 8px' },
  },
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
      className={classes.root}
      classes={{ startIcon: classes.startIcon }}
    />
  );
});
