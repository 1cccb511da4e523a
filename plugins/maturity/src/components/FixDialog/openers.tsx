import Build from '@material-ui/icons/BuildOutlined';
import Edit from '@material-ui/icons/EditOutlined';
import { useContext } from 'react';
import type { Result } from '../../api';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import { FixesHere } from './FixesHere';

/** Opens the fix of a check that fails or is unknown; nothing for any other, or where nothing can be fixed. */
export function FixButton(props: { result: Result; title: string }) {
  const { result, title } = props;
  const fixes = useContext(FixesHere);
  const t = useText();
  if (!fixes || (result.status !== 'fail' && result.status !== 'unknown')) {
    return null;
  }
  return (
    <Action
      size="small"
      variant="outlined"
      startIcon={<Build fontSize="small" aria-hidden />}
      aria-haspopup="dialog"
      aria-label={t('fix.openFor', { title })}
      onClick={({ currentTarget }) =>
        fixes.open({ is: 'fix', result, title }, currentTarget)
      }
    >
      {t('fix.open')}
    </Action>
  );
}

/** Opens the form of everything that can be said about the entity; nothing where that is not possible. */
export function AnnotateButton() {
  const fixes = useContext(FixesHere);
  const t = useText();
  return fixes ? (
    <Action
      ref={fixes.home}
      size="small"
      variant="outlined"
      startIcon={<Edit fontSize="small" aria-hidden />}
      aria-haspopup="dialog"
      onClick={({ currentTarget }) =>
        fixes.open({ is: 'annotate' }, currentTarget)
      }
    >
      {t('fix.annotate')}
    </Action>
  ) : null;
}
