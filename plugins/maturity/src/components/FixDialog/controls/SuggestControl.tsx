import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { ControlProps } from './ControlProps';

/** The word of a list, with commas between words, that is being typed. */
function lastWord(value: string): string {
  return value.slice(value.lastIndexOf(',') + 1).trim();
}

function withLastWord(value: string, word: string): string {
  const head = value.slice(0, value.lastIndexOf(',') + 1).trim();
  return head === '' ? word : `${head} ${word}`;
}

/** Text with words that are offered; with `several`, the last word after a comma is completed. */
export function SuggestControl(
  props: ControlProps & {
    options: readonly string[];
    several?: boolean;
    note?: string;
  },
) {
  const { id, label, help, problem, value, placeholder, onChange } = props;
  const { options, several = false, note } = props;
  const typed = several ? lastWord(value) : value.trim();
  const offered = options
    .filter(option => option.toLowerCase().includes(typed.toLowerCase()))
    .filter(option => option !== typed)
    .slice(0, 50)
    .map(option => (several ? withLastWord(value, option) : option));
  return (
    <Autocomplete
      id={id}
      freeSolo
      size="small"
      options={offered}
      filterOptions={all => all}
      getOptionLabel={option => option}
      renderOption={option => (several ? lastWord(option) : option)}
      value={value}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={placeholder}
          helperText={problem || note || help}
          error={problem !== ''}
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
