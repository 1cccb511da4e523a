import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { Legible } from '../components/frame';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { objectivesOf, promisesOf } from './tierPromise';
import { TierOption } from './TierOption';

const TIERS = ['1', '2', '3', '4'];

const useStyles = makeStyles(
  theme => ({
    root: { border: 0, margin: 0, padding: 0, minInlineSize: 0 },
    legend: { padding: 0, fontSize: '1rem', fontWeight: 600 },
    help: { margin: theme.spacing(0.5, 0, 1.5) },
    options: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
      gap: theme.spacing(1.5),
    },
  }),
  { name: 'MaturityTierField' },
);

function tiersOf(values: unknown): readonly string[] {
  const given: unknown[] = Array.isArray(values) ? values : [];
  const tiers = given.filter(
    (value): value is string => typeof value === 'string',
  );
  return tiers.length > 0 ? tiers : TIERS;
}

/** How costly downtime is: each tier with what it promises, and how much may go wrong before that is broken. */
export function TierField(props: FieldExtensionComponentProps<string>) {
  return (
    <Legible>
      <Tiers {...props} />
    </Legible>
  );
}

function Tiers(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, schema, uiSchema, idSchema } = props;
  const { required, disabled, rawErrors = [] } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('tier');
  const objectives = objectivesOf(uiSchema['ui:options']);
  const options = tiersOf(schema.enum).map(tier => ({
    tier,
    promises: promisesOf(objectives.get(tier) ?? ''),
  }));
  const largest = Math.max(
    ...options.flatMap(({ promises }) =>
      promises.slice(0, 1).map(({ minutes }) => minutes),
    ),
  );
  const help = uiSchema['ui:description'] ?? schema.description;
  return (
    <fieldset
      id={idSchema.$id}
      className={classes.root}
      disabled={disabled}
      aria-describedby={id}
      data-maturity=""
    >
      <legend className={classes.legend}>
        {uiSchema['ui:title'] ?? schema.title ?? t('scaffolder.tier.label')}
        {required && <span aria-hidden> *</span>}
      </legend>
      <FormHelperText
        id={id}
        className={classes.help}
        error={rawErrors.length > 0}
      >
        {help}
      </FormHelperText>
      <div className={classes.options}>
        {options.map(({ tier, promises }) => (
          <TierOption
            key={tier}
            group={idSchema.$id}
            tier={tier}
            promises={promises}
            largest={largest}
            chosen={formData === tier}
            onChoose={() => onChange(tier)}
          />
        ))}
      </div>
    </fieldset>
  );
}
