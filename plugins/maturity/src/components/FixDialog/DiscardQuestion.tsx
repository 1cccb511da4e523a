import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useReducedMotion } from '../../hooks/useReducedMotion';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action } from '../frame';

/** Asks before what was typed is lost; Escape keeps it. */
export function DiscardQuestion(props: { onKeep(): void; onDiscard(): void }) {
  const { onKeep, onDiscard } = props;
  const t = useText();
  const id = useUniqueId('discard');
  const calm = useReducedMotion();
  return (
    <Dialog
      open
      onClose={onKeep}
      maxWidth="xs"
      PaperProps={{ role: 'alertdialog' }}
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      transitionDuration={calm ? 0 : undefined}
    >
      <DialogTitle id={id}>{t('fix.discard.title')}</DialogTitle>
      <DialogContent>
        <Typography id={`${id}-text`} variant="body2">
          {t('fix.discard.text')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Action onClick={onDiscard}>{t('fix.discard.discard')}</Action>
        <Action
          // What a hasty Enter does should be what can be taken back.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          variant="contained"
          color="primary"
          onClick={onKeep}
        >
          {t('fix.discard.keep')}
        </Action>
      </DialogActions>
    </Dialog>
  );
}
