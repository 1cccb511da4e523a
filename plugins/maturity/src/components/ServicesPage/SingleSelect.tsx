import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useUniqueId } from '../../hooks/useUniqueId';
import type { ChoiceGroup } from './Choice';

const useStyles = makeStyles(
  theme => ({
    root: {
      minInlineSize: '160px',
      flex: '1 1 160px',
      maxInlineSize: '320px',
      [theme.breakpoints.down('xs')]: { maxInlineSize: 'none' },
    },
  }),
  { name: 'MaturitySingleSelect' },
);

/** A filter with one value; the empty one means any. */
export function SingleSelect(props: {
  label: string;
  any?: string;
  groups: readonly ChoiceGroup[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, any, groups, value, onChange } = props;
  const classes = useStyles();
  const id = useUniqueId('filter');
  return (
    <TextField
      id={id}
      select
      size="small"
      variant="outlined"
      label={label}
      className={classes.root}
      value={value ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true, htmlFor: id }}
    >
      {any !== undefined && <option value="">{any}</option>}
      {groups.map(({ heading, choices }) => {
        const options = choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ));
        return heading === undefined ? (
          options
        ) : (
          <optgroup key={heading} label={heading}>
            {options}
          </optgroup>
        );
      })}
    </TextField>
  );
}
