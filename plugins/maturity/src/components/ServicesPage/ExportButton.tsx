import CircularProgress from '@material-ui/core/CircularProgress';
import GetApp from '@material-ui/icons/GetApp';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import type { ExportState } from './useExport';

/** Saves the list as a file for a spreadsheet; a second press while it runs does nothing. */
export function ExportButton(props: {
  download: ExportState;
  /** Nothing to save. */
  empty: boolean;
  onExport(): void;
}) {
  const { download, empty, onExport } = props;
  const t = useText();
  const running = download.state === 'running';
  return (
    <Action
      size="small"
      variant="outlined"
      disabled={empty}
      // A disabled button would lose the focus of the one who pressed it.
      aria-disabled={empty || running}
      aria-busy={running}
      onClick={running ? undefined : onExport}
      startIcon={
        running ? (
          <CircularProgress size={16} aria-hidden />
        ) : (
          <GetApp aria-hidden />
        )
      }
    >
      {t(running ? 'services.export.running' : 'services.export.start')}
    </Action>
  );
}
