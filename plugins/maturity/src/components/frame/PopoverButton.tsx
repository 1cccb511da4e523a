import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useState } from 'react';
import { useReducedMotion } from '../../hooks/useReducedMotion';
import { useUniqueId } from '../../hooks/useUniqueId';

const useStyles = makeStyles(
  theme => ({
    button: {
      font: 'inherit',
      padding: theme.spacing(0.25, 0),
      margin: 0,
      border: 0,
      background: 'none',
      color: theme.palette.text.primary,
      textDecoration: 'underline',
      textDecorationStyle: 'dotted',
      textUnderlineOffset: '3px',
      cursor: 'pointer',
      minBlockSize: '24px',
      '&:hover': { textDecorationStyle: 'solid' },
      '@media print': { textDecoration: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    paper: { maxInlineSize: '420px', padding: theme.spacing(2) },
    title: {
      fontWeight: 600,
      fontSize: '1rem',
      marginBlockEnd: theme.spacing(0.5),
    },
  }),
  { name: 'MaturityPopoverButton' },
);

export interface PopoverButtonProps {
  /** What stands on the button. */
  label: ReactNode;
  /** What the button does, for a screen reader. */
  name: string;
  /** Heading of what opens. */
  title: string;
  children: ReactNode;
}

/** A word in a line that opens more about itself. */
export function PopoverButton(props: PopoverButtonProps) {
  const { label, name, title, children } = props;
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const id = useUniqueId('popover');
  const calm = useReducedMotion();
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        transitionDuration={calm ? 0 : undefined}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        transformOrigin={{ vertical: 'top', horizontal: 'center' }}
        PaperProps={{
          role: 'dialog',
          'aria-labelledby': id,
          className: classes.paper,
        }}
      >
        <Typography id={id} component="h3" className={classes.title}>
          {title}
        </Typography>
        {children}
      </Popover>
    </>
  );
}
