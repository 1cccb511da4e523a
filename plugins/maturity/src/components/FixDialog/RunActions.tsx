import { LinkButton } from '@backstage/core-components';
import type { Change } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import { saveFile } from '../ServicesPage/saveFile';
import type { Preview } from './previewOf';
import { templateHref, templateInput } from './templateInput';
import { useTemplateForm } from './useTemplateForm';

const useStyles = makeStyles(
  theme => ({
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBlockStart: theme.spacing(2),
    },
    button: { textTransform: 'none', letterSpacing: 'normal' },
    note: { color: theme.palette.text.secondary, maxInlineSize: '65ch' },
  }),
  { name: 'MaturityRunActions' },
);

/** The ways on from changes of one entity: the template that makes them, and a file of the lines. */
export function RunActions(props: {
  preview: Preview;
  changes: readonly Change[];
}) {
  const { preview, changes } = props;
  const t = useText();
  const classes = useStyles();
  const { href, busy } = useTemplateForm();
  if (!preview.ok || preview.changes.length === 0) return null;
  const input = templateInput(preview.ref, changes);
  const { lines } = preview;
  const name = preview.ref.replace(/[^a-z0-9.-]+/gi, '-');
  return (
    <>
      <div className={classes.actions}>
        {href && input && (
          <LinkButton
            to={templateHref(href, input)}
            variant="contained"
            color="primary"
            className={classes.button}
          >
            {t('fix.run.template')}
          </LinkButton>
        )}
        <Action
          variant="outlined"
          onClick={() =>
            saveFile({
              name: `${name}-changes.yaml`,
              type: 'application/yaml',
              text: lines,
            })
          }
        >
          {t('fix.run.download')}
        </Action>
      </div>
      {!busy && (
        <Typography variant="body2" className={classes.note}>
          {!href && t('fix.run.noTemplate')}
          {href && t(input ? 'fix.run.templateHelp' : 'fix.run.unsuited')}
        </Typography>
      )}
    </>
  );
}
