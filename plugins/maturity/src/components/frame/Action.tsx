import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      textTransform: 'none',
      letterSpacing: 'normal',
      '@media print': { display: 'none' },
    },
  },
  { name: 'MaturityAction' },
);

/** A button in sentence case, like all our texts, whatever the theme does to its own. */
export function Action(props: Omit<ButtonProps, 'className'>) {
  const classes = useStyles();
  return <Button {...props} className={classes.root} />;
}
