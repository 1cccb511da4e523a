import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Snippet } from '../FirstRun/Snippet';
import { Action } from '../frame';
import { saveFile } from '../ServicesPage/saveFile';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(2), minInlineSize: 0 },
    head: { fontSize: '0.875rem', fontWeight: 600, cursor: 'pointer' },
    note: {
      maxInlineSize: '65ch',
      marginBlock: theme.spacing(0.5, 1),
      color: theme.palette.text.secondary,
    },
    save: { marginBlockStart: theme.spacing(1) },
  }),
  { name: 'MaturityByHand' },
);

/** The lines to merge into a catalog file, to copy or to download. */
export function ByHand(props: {
  entityRef: string;
  lines: string;
  /** Whether there is no other way. */
  isOnly: boolean;
}) {
  const { entityRef, lines, isOnly } = props;
  const t = useText();
  const classes = useStyles();
  const name = entityRef.replace(/[^a-z0-9.-]+/gi, '-');
  return (
    <details className={classes.root} open={isOnly}>
      <summary className={classes.head}>{t('fix.changes.lines')}</summary>
      <Typography variant="body2" className={classes.note}>
        {t('fix.changes.linesAbout')}
      </Typography>
      <Snippet text={lines} label={t('fix.changes.lines')} />
      <div className={classes.save}>
        <Action
          size="small"
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
    </details>
  );
}
