import type { Entity } from '@backstage/catalog-model';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useRef, useState } from 'react';
import { useReducedMotion } from '../../hooks/useReducedMotion';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action, Body, Legible, Notice } from '../frame';
import { DiscardQuestion } from './DiscardQuestion';
import type { FixRequest } from './FixRequest';
import { FormSection } from './FormSection';
import { previewOf } from './previewOf';
import { PreviewSection } from './PreviewSection';
import { RunActions } from './RunActions';
import { stillFails } from './stillFails';
import { templateInput } from './templateInput';
import { useApply } from './useApply';
import { useDestination } from './useDestination';
import { useTemplateForm } from './useTemplateForm';
import { useWishes } from './useWishes';

const useStyles = makeStyles(
  theme => ({
    title: { overflowWrap: 'anywhere' },
    head: {
      fontSize: '1rem',
      fontWeight: 600,
      // Led to by a button, it brings what stands below it into view.
      scrollMarginBlockEnd: '60vh',
    },
    part: { minInlineSize: 0 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityFixDialog' },
);

/** A form for what is missing, below it what would change, and the ways to have it changed. */
export function FixDialog(props: {
  entity: Entity;
  request: FixRequest;
  onClose(): void;
}) {
  const { entity, request, onClose } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('fix');
  const calm = useReducedMotion();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const wishes = useWishes(request, entity);
  const form = useTemplateForm();
  const home = useDestination(entity);
  const apply = useApply();
  // What was asked for stays as it was while it is done.
  const isApplying = ['starting', 'running', 'failed'].includes(apply.state.is);
  const edits = [...wishes.edits]
    .filter(([, changes]) => changes.length > 0)
    .map(([ref, changes]) => ({
      changes,
      preview: previewOf({ ref, changes, about: entity }),
    }));
  const [about] = edits;
  const failing =
    request.is === 'fix' &&
    request.fix.kind === 'form' &&
    edits.length === 1 &&
    about.preview.ok &&
    about.preview.known
      ? stillFails({
          check: request.fix.check,
          entity,
          changes: about.changes,
        })
      : undefined;
  const advice = request.is === 'fix' && request.fix.kind === 'advice';
  const outcome = useRef<HTMLHeadingElement>(null);
  const [asks, setAsks] = useState(false);
  // What is under way, or done, is not lost by closing.
  const isKept = ['starting', 'running'].includes(apply.state.is);
  const close = () => (wishes.isTouched && !isKept ? setAsks(true) : onClose());
  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      fullScreen={narrow}
      fullWidth
      maxWidth="md"
      transitionDuration={calm ? 0 : undefined}
    >
      <DialogTitle id={id} className={classes.title}>
        {request.is === 'fix'
          ? t('fix.title', { title: request.title })
          : t('fix.annotateTitle', { name: entity.metadata.name })}
      </DialogTitle>
      <DialogContent dividers>
        <Legible>
          <Body>
            {!isApplying && (
              <div className={classes.part}>
                <FormSection
                  request={request}
                  entity={entity}
                  wishes={wishes}
                />
              </div>
            )}
            {!advice && (
              <div className={classes.part}>
                <Typography
                  component="h3"
                  className={classes.head}
                  ref={outcome}
                  tabIndex={-1}
                >
                  {t('fix.changes.title')}
                </Typography>
                {edits.length === 0 && (
                  <Typography
                    variant="body2"
                    role="status"
                    className={classes.quiet}
                  >
                    {t(
                      wishes.waiting
                        ? 'fix.changes.waiting'
                        : 'fix.changes.none',
                    )}
                  </Typography>
                )}
                {edits.map(({ preview, changes }) => {
                  // Only of its own entity does the dialog know where the file is.
                  const destination =
                    preview.ok && preview.known ? home.destination : undefined;
                  return (
                    <div key={preview.ref}>
                      <PreviewSection preview={preview} />
                      {failing !== undefined && !isApplying && (
                        <Notice
                          severity="warning"
                          role="status"
                          title={t('fix.changes.stillFails')}
                        >
                          {failing} {t('fix.changes.allTheSame')}
                        </Notice>
                      )}
                      {preview.ok && preview.changes.length > 0 && (
                        <RunActions
                          entityRef={preview.ref}
                          lines={preview.lines}
                          input={templateInput(
                            preview.ref,
                            changes,
                            destination,
                          )}
                          destination={destination?.destination}
                          form={form.href}
                          busy={form.busy || home.busy}
                          apply={apply}
                          onClose={onClose}
                        />
                      )}
                    </div>
                  );
                })}
              </div>
            )}
          </Body>
        </Legible>
      </DialogContent>
      <DialogActions>
        {/* Of the long form only its end shows what comes of it. */}
        {request.is === 'annotate' && edits.length > 0 && !isApplying && (
          <Action variant="outlined" onClick={() => outcome.current?.focus()}>
            {t('fix.changes.jump')}
          </Action>
        )}
        <Action onClick={close}>{t('fix.close')}</Action>
      </DialogActions>
      {asks && (
        <DiscardQuestion onKeep={() => setAsks(false)} onDiscard={onClose} />
      )}
    </Dialog>
  );
}
