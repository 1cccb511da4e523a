import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { createFilterOptions } from '@material-ui/lab/useAutocomplete';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import type { Choice } from './Choice';

// Thousands of systems in one list would make opening it slow, and nobody reads that far.
const first = createFilterOptions<Choice>({ limit: 200 });

const useStyles = makeStyles(
  theme => ({
    root: {
      minInlineSize: '180px',
      flex: '1 1 180px',
      maxInlineSize: '320px',
      [theme.breakpoints.down('xs')]: { maxInlineSize: 'none' },
    },
    // A long name must leave room for the caret, or the field grows a second line; of several there is also
    // a number to be shown.
    tag: { maxWidth: 'calc(100% - 44px)' },
    // One name has the line to itself until there is something to type beside it.
    single: {
      '&:not(:focus-within)': {
        '& $tag': { maxWidth: 'calc(100% - 14px)' },
        '& input': {
          minWidth: '8px !important',
          padding: '4.5px 0 !important',
        },
      },
    },
    // A name without a place to break would have the list scroll sideways.
    option: { overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityMultiSelect' },
);

export interface MultiSelectProps {
  label: string;
  placeholder: string;
  choices: readonly Choice[];
  /** Chosen values; one that is not offered is shown as it is. */
  values: readonly string[];
  onChange(values: string[]): void;
}

/** A filter of which several values may hold; type to find one. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, placeholder, choices, values, onChange } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('filter');
  const chosen = values.map(
    value =>
      choices.find(choice => choice.value === value) ?? { value, label: value },
  );
  return (
    <Autocomplete
      id={id}
      multiple
      size="small"
      limitTags={1}
      className={`${classes.root} ${chosen.length === 1 ? classes.single : ''}`}
      classes={{ tag: classes.tag, option: classes.option }}
      options={[...choices]}
      value={chosen}
      filterOptions={first}
      openText={t('services.pick.open')}
      closeText={t('services.pick.close')}
      clearText={t('services.pick.clear')}
      noOptionsText={t('services.pick.none')}
      getOptionLabel={choice => choice.label}
      getOptionSelected={(a, b) => a.value === b.value}
      onChange={(_event, next) => onChange(next.map(({ value }) => value))}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={chosen.length === 0 ? placeholder : ''}
          variant="outlined"
          InputLabelProps={{ ...params.InputLabelProps, shrink: true }}
        />
      )}
    />
  );
}
