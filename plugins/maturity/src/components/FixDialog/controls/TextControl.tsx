import TextField from '@material-ui/core/TextField';
import type { ControlProps } from './ControlProps';

/** A line of text, a number or a date. */
export function TextControl(
  props: ControlProps & { type?: 'text' | 'url' | 'number' | 'date' },
) {
  const { id, label, help, problem, value, placeholder, onChange } = props;
  const { type = 'text' } = props;
  return (
    <TextField
      id={id}
      type={type}
      label={label}
      helperText={problem || help}
      error={problem !== ''}
      value={value}
      placeholder={placeholder}
      onChange={({ target }) => onChange(target.value)}
      variant="outlined"
      size="small"
      fullWidth
      InputLabelProps={{ shrink: true }}
      inputProps={{ autoComplete: 'off' }}
    />
  );
}
