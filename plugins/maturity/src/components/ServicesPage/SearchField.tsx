import InputAdornment from '@material-ui/core/InputAdornment';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { type RefObject, useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { LONGEST_SEARCH } from '../../filters';
import { useUniqueId } from '../../hooks/useUniqueId';

const PAUSE = 300;

const useStyles = makeStyles(
  theme => ({
    root: {
      minInlineSize: '200px',
      flex: '2 1 220px',
      maxInlineSize: '360px',
      [theme.breakpoints.down('xs')]: { maxInlineSize: 'none' },
    },
  }),
  { name: 'MaturitySearchField' },
);

/** Text that is handed on when typing pauses; follows the address when that changes elsewhere. */
export function SearchField(props: {
  label: string;
  value: string;
  input: RefObject<HTMLInputElement>;
  onChange(value: string): void;
}) {
  const { label, value, input, onChange } = props;
  const classes = useStyles();
  const id = useUniqueId('search');
  const [text, setText] = useState(value);
  useEffect(() => {
    // What was typed may end in a space that the address leaves out.
    setText(before => (before.trim() === value ? before : value));
  }, [value]);
  useDebounce(
    () => {
      if (text.trim() !== value) onChange(text.trim());
    },
    PAUSE,
    [text],
  );
  return (
    <TextField
      id={id}
      inputRef={input}
      type="search"
      size="small"
      variant="outlined"
      label={label}
      className={classes.root}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ maxLength: LONGEST_SEARCH }}
      InputLabelProps={{ shrink: true }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
}
