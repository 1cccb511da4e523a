import { makeStyles } from '@material-ui/core/styles';
import FileCopy from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.default,
    },
    code: {
      flex: '1 1 320px',
      minInlineSize: 0,
      margin: 0,
      overflowX: 'auto',
      fontSize: '0.875rem',
      lineHeight: 1.6,
      // Code reads from left to right in every language.
      direction: 'ltr',
      textAlign: 'left',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    done: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  }),
  { name: 'MaturitySnippet' },
);

/** Lines for a file, with a button that copies them and says that it did. */
export function Snippet(props: { text: string; label: string }) {
  const { text, label } = props;
  const t = useText();
  const classes = useStyles();
  const [{ error }, copy] = useCopyToClipboard();
  const [asked, setAsked] = useState(false);
  return (
    <div className={classes.root}>
      <pre
        className={classes.code}
        role="region"
        aria-label={label}
        // Long lines scroll, so the keyboard must be able to reach them.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text.trimEnd()}
      </pre>
      <Action
        size="small"
        startIcon={<FileCopy fontSize="small" aria-hidden />}
        onClick={() => {
          copy(text);
          setAsked(true);
        }}
      >
        {t('firstRun.copy')}
      </Action>
      <span role="status" className={classes.done}>
        {asked && t(error ? 'firstRun.notCopied' : 'firstRun.copied')}
      </span>
    </div>
  );
}
