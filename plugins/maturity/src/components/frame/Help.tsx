import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import HelpOutline from '@material-ui/icons/HelpOutline';
import { useState } from 'react';
import { useReducedMotion } from '../../hooks/useReducedMotion';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';

/** Words that a page can explain. */
export type HelpTerm =
  | 'level'
  | 'coverage'
  | 'proven'
  | 'target'
  | 'unknown'
  | 'stage'
  | 'leverage'
  | 'truth'
  | 'evidence'
  | 'goldenPath';

const useStyles = makeStyles(
  theme => ({
    root: { '@media print': { display: 'none' } },
    icon: { fontSize: 16 },
    paper: { maxInlineSize: '360px', padding: theme.spacing(2) },
    term: { fontWeight: 600, fontSize: '1rem' },
  }),
  { name: 'MaturityHelp' },
);

/** A small question mark that says what a word means. */
export function Help(props: { term: HelpTerm }) {
  const { term } = props;
  const t = useText();
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const id = useUniqueId('help');
  const calm = useReducedMotion();
  const word = t(`help.${term}.term`);
  return (
    <>
      <IconButton
        size="small"
        className={classes.root}
        aria-label={t('help.open', { term: word })}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <HelpOutline className={classes.icon} />
      </IconButton>
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
        <Typography id={id} component="h3" className={classes.term}>
          {word}
        </Typography>
        <Typography variant="body2">{t(`help.${term}.text`)}</Typography>
      </Popover>
    </>
  );
}
