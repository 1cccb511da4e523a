import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { type ReactNode, useState } from 'react';
import { useText } from '../hooks/useText';
import type { OwnerChoice } from './useOwnerChoice';

const useStyles = makeStyles(
  theme => ({
    option: { minInlineSize: 0, overflowWrap: 'anywhere' },
    yours: {
      marginInlineStart: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
    },
    help: { marginInlineStart: 0 },
  }),
  { name: 'MaturityOwnerInput' },
);

/** A line for a group with the list of those that it can mean. */
export function OwnerInput(props: {
  id: string;
  label: string;
  help: ReactNode;
  /** Id of what is said about the value. */
  describedBy: string | undefined;
  choice: OwnerChoice;
  required: boolean;
  disabled: boolean;
  /** Whether the form begins with it. */
  beginsHere: boolean;
  error: boolean;
}) {
  const { id, label, help, describedBy, choice } = props;
  const { required, disabled, beginsHere, error } = props;
  const t = useText();
  const classes = useStyles();
  const [isOpen, setOpen] = useState(false);
  const { text, offered, owners } = choice;
  const own = new Set(owners.own?.map(option => option.label));
  const described = [help && `${id}-helper-text`, describedBy]
    .filter(Boolean)
    .join(' ');
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
      forcePopupIcon={offered.length > 0}
      openText={t('scaffolder.owner.open')}
      closeText={t('scaffolder.owner.close')}
      clearText={t('scaffolder.owner.clear')}
      disabled={disabled}
      options={offered.map(option => option.label)}
      filterOptions={all => all}
      getOptionLabel={option => option}
      renderOption={option => (
        <span className={classes.option}>
          {option}
          {own.has(option) && (
            <span className={classes.yours}>{t('scaffolder.owner.yours')}</span>
          )}
        </span>
      )}
      value={text}
      inputValue={text}
      onInputChange={(_, typed, reason) => {
        if (reason !== 'reset') choice.type(typed);
      }}
      onChange={(_, chosen) => {
        if (chosen !== null) choice.choose(chosen);
      }}
      onBlur={choice.leave}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          helperText={help}
          required={required}
          error={error}
          // A template says that its form begins here.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={beginsHere}
          variant="outlined"
          margin="dense"
          FormHelperTextProps={{ margin: 'dense', className: classes.help }}
          inputProps={{
            ...params.inputProps,
            'aria-describedby': described === '' ? undefined : described,
            autoCapitalize: 'none',
            spellCheck: false,
          }}
        />
      )}
    />
  );
}
