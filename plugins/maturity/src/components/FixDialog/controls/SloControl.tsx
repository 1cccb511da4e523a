import Typography from '@material-ui/core/Typography';
import { SloEditor } from '../../SloEditor';
import type { ControlProps } from './ControlProps';

/** Objectives with their error budgets. */
export function SloControl(props: ControlProps) {
  const { id, label, problem, value, onChange } = props;
  return (
    <div role="group" aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="div">
        {label}
      </Typography>
      <SloEditor value={value} problem={problem} onChange={onChange} />
    </div>
  );
}
