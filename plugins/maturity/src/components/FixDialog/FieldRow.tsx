import type {
  FixField,
  Picker,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { type Text, useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action } from '../frame';
import type { ControlProps } from './controls/ControlProps';
import { EntityControl } from './controls/EntityControl';
import { FlagControl } from './controls/FlagControl';
import { SelectControl } from './controls/SelectControl';
import { SloControl } from './controls/SloControl';
import { SuggestControl } from './controls/SuggestControl';
import { TextControl } from './controls/TextControl';
import { fieldProblem, type FieldProblem } from './fieldProblem';

const useStyles = makeStyles(
  theme => ({ root: { '& + &': { marginBlockStart: theme.spacing(2.5) } } }),
  { name: 'MaturityFieldRow' },
);

const TIERS = ['1', '2', '3', '4'] as const;

function Control(props: ControlProps & { picker: Picker }) {
  const { picker, ...shared } = props;
  const t = useText();
  switch (picker.kind) {
    case 'owner':
      return <EntityControl {...shared} kinds={['Group']} />;
    case 'system':
      return <EntityControl {...shared} kinds={['System']} />;
    case 'template':
      return <EntityControl {...shared} kinds={['Template']} />;
    case 'entities':
      return <EntityControl {...shared} kinds={picker.kinds} several />;
    case 'tier':
      return (
        <SelectControl
          {...shared}
          options={TIERS.map(value => ({
            value,
            label: t(`fix.tier.${value}`),
          }))}
        />
      );
    case 'slo':
      return <SloControl {...shared} />;
    case 'url':
      return <TextControl {...shared} type="url" />;
    case 'url-or-path':
    case 'text':
      return <TextControl {...shared} />;
    case 'choice':
      return picker.free ? (
        <SuggestControl {...shared} options={picker.options} />
      ) : (
        <SelectControl
          {...shared}
          options={picker.options.map(value => ({ value, label: value }))}
        />
      );
    case 'choices':
      return <SuggestControl {...shared} options={picker.options} several />;
    case 'number':
      return <TextControl {...shared} type="number" />;
    case 'date':
      return (
        <TextControl {...shared} type={picker.withUrl ? 'text' : 'date'} />
      );
    case 'flag':
      return <FlagControl {...shared} />;
    default: {
      const unreachable: never = picker;
      return unreachable;
    }
  }
}

function problemText(t: Text, problem: FieldProblem | undefined): string {
  if (!problem) return '';
  const { found, expected } = problem;
  return found === ''
    ? t('fix.form.empty', { expected })
    : t('fix.form.expected', { found, expected });
}

/** One value of a form with its help, judged as it is typed. */
export function FieldRow(props: {
  field: FixField;
  value: string;
  /** The entity that the form is about; values of others say whose they are. */
  about: string;
  onChange(value: string): void;
}) {
  const { field, value, about, onChange } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('field');
  const problem = fieldProblem(field, value);
  const { suggested, example, entity, label, help, picker } = field;
  const offered =
    problem?.repair ?? (value.trim() === '' ? suggested : undefined);
  return (
    <div className={classes.root}>
      <Control
        id={id}
        picker={picker}
        label={
          entity === about ? label : `${label} ${t('fix.form.of', { entity })}`
        }
        help={help}
        placeholder={example ? t('fix.form.example', { example }) : ''}
        problem={problemText(t, problem)}
        value={value}
        onChange={onChange}
      />
      {offered !== undefined && (
        <Action size="small" onClick={() => onChange(offered)}>
          {t(problem ? 'fix.form.repair' : 'fix.form.suggestion', {
            value: offered,
          })}
        </Action>
      )}
    </div>
  );
}
