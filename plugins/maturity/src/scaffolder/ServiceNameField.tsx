import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { Legible } from '../components/frame';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { FieldStatus } from './FieldStatus';
import { targetOf } from './lookUpName';
import { nameLimits } from './nameFault';
import { nameMessage } from './nameMessage';
import { useNameState } from './useNameState';

const useStyles = makeStyles(
  { help: { marginInlineStart: 0 } },
  { name: 'MaturityServiceNameField' },
);

/** A name for a new service; says while it is typed whether it can be had. */
export function ServiceNameField(props: FieldExtensionComponentProps<string>) {
  return (
    <Legible>
      <NameField {...props} />
    </Legible>
  );
}

function NameField(props: FieldExtensionComponentProps<string>) {
  const { formData: name = '', schema, required, disabled, uiSchema } = props;
  const { onChange, rawErrors = [], idSchema, formContext } = props;
  const t = useText();
  const classes = useStyles();
  const limits = nameLimits(schema);
  const state = useNameState(name, limits, targetOf(formContext?.formData));
  const id = useUniqueId('name');
  const wrong = ['faulty', 'taken', 'occupied'].includes(state.is);
  const known = state.is === 'free' ? 'pass' : undefined;
  const help = uiSchema['ui:description'] ?? schema.description;
  return (
    <div data-maturity="">
      <TextField
        id={idSchema.$id}
        label={
          uiSchema['ui:title'] ?? schema.title ?? t('scaffolder.name.label')
        }
        helperText={help}
        value={name}
        required={required}
        disabled={disabled}
        // A template says that its form begins here.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={uiSchema['ui:autofocus'] === true}
        error={wrong || (state.is === 'empty' && rawErrors.length > 0)}
        onChange={({ target }) => {
          const typed = target.value.trim();
          onChange(typed === '' ? undefined : typed);
        }}
        fullWidth
        variant="outlined"
        margin="dense"
        FormHelperTextProps={{ margin: 'dense', className: classes.help }}
        inputProps={{
          'aria-describedby': id,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
        }}
      />
      <FieldStatus id={id} verdict={wrong ? 'fail' : known}>
        {nameMessage(t, { state, name, limits })}{' '}
        {state.is === 'taken' && (
          <EntityRefLink entityRef={state.entityRef}>
            {t('scaffolder.name.open')}
          </EntityRefLink>
        )}
      </FieldStatus>
    </div>
  );
}
