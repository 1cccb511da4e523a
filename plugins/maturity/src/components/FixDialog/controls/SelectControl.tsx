import TextField from '@material-ui/core/TextField';
import { useText } from '../../../hooks/useText';
import type { ControlProps } from './ControlProps';

/** One of a few values. */
export function SelectControl(
  props: ControlProps & {
    options: readonly { value: string; label: string }[];
  },
) {
  const { id, label, help, problem, value, onChange, options } = props;
  const t = useText();
  const known = options.some(option => option.value === value);
  return (
    <TextField
      id={id}
      select
      label={label}
      helperText={problem || help}
      error={problem !== ''}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      variant="outlined"
      size="small"
      fullWidth
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">{t('fix.form.choose')}</option>
      {/* What is written now may be none of the options. */}
      {value !== '' && !known && <option value={value}>{value}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
