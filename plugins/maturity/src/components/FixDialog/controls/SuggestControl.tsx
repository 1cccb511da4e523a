import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import { useText } from '../../../hooks/useText';
import type { ControlProps } from './ControlProps';
import { lastWord, withLastWord } from './words';

/** Options shown at once; typing narrows them. */
const SHOWN = 50;

const useStyles = makeStyles(
  theme => ({
    option: { minInlineSize: 0, overflowWrap: 'anywhere' },
    title: {
      marginInlineStart: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
    },
  }),
  { name: 'MaturitySuggestControl' },
);

/** Text with words that are offered; with `several`, the last word after a comma is completed. */
export function SuggestControl(
  props: ControlProps & {
    options: readonly string[];
    /** What people call an option. */
    titles?: ReadonlyMap<string, string>;
    several?: boolean;
    /** Said instead of the help. */
    note?: string;
    /** What will not work with this value, though it can be written. */
    warning?: string;
  },
) {
  const { id, label, help, problem, value, placeholder, onChange } = props;
  const { options, titles, several = false, note, warning } = props;
  const t = useText();
  const classes = useStyles();
  const [isOpen, setOpen] = useState(false);
  const about = several ? `${help} ${t('fix.form.several')}` : help;
  const typed = several ? lastWord(value) : value.trim();
  const matches = (text: string) =>
    text.toLowerCase().includes(typed.toLowerCase());
  const offered = options
    .filter(option => matches(option) || matches(titles?.get(option) ?? ''))
    .filter(option => option !== typed)
    .slice(0, SHOWN)
    .map(option => (several ? withLastWord(value, option) : option));
  const isShown = isOpen && offered.length > 0;
  return (
    <Autocomplete
      id={id}
      // What a combobox that is open must say since ARIA 1.2.
      aria-controls={isShown ? `${id}-popup` : undefined}
      // Without options there is no list, so none may be said to be open.
      open={isShown}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      freeSolo
      size="small"
      options={offered}
      filterOptions={all => all}
      getOptionLabel={option => option}
      renderOption={option => {
        const word = several ? lastWord(option) : option;
        const title = titles?.get(word);
        return (
          <span className={classes.option}>
            {word}
            {title && <span className={classes.title}>{title}</span>}
          </span>
        );
      }}
      value={value}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={placeholder}
          helperText={problem || warning || note || about}
          error={Boolean(problem || warning)}
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
