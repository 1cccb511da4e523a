import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { ControlProps } from './ControlProps';

/** `true`, or nothing at all. */
export function FlagControl(props: ControlProps) {
  const { id, label, help, problem, value, onChange } = props;
  return (
    <div>
      <FormControlLabel
        control={
          <Checkbox
            id={id}
            color="primary"
            checked={value === 'true'}
            onChange={({ target }) => onChange(target.checked ? 'true' : '')}
            inputProps={{ 'aria-describedby': `${id}-help` }}
          />
        }
        label={label}
      />
      <FormHelperText id={`${id}-help`} error={problem !== ''}>
        {problem || help}
      </FormHelperText>
    </div>
  );
}
