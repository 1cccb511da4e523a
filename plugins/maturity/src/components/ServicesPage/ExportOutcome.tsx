import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { errorSentence, Notice } from '../frame';
import type { ExportState } from './useExport';

const useStyles = makeStyles(
  // The labels of the filters below stand on their frames.
  theme => ({ root: { marginBlockEnd: theme.spacing(2.5) } }),
  { name: 'MaturityExportOutcome' },
);

/** How the download went; read out when it is there. */
export function ExportOutcome(props: { download: ExportState }) {
  const { download } = props;
  const classes = useStyles();
  const ended = download.state === 'done' || download.state === 'failed';
  return (
    <div aria-live="polite" className={ended ? classes.root : undefined}>
      <Outcome download={download} />
    </div>
  );
}

function Outcome({ download }: { download: ExportState }) {
  const t = useText();
  switch (download.state) {
    case 'idle':
    case 'running':
      return null;
    case 'done':
      return (
        <Notice severity="success">
          {t('services.export.done', { name: download.name })}
        </Notice>
      );
    case 'failed':
      return (
        <Notice severity="error" title={t('services.export.failed')}>
          {errorSentence(t, download.error)}
        </Notice>
      );
    default: {
      const never: never = download;
      return never;
    }
  }
}
