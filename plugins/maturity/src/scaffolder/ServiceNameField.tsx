import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { nameLimits } from './nameFault';
import { nameMessage } from './nameMessage';
import { useNameState } from './useNameState';

const useStyles = makeStyles(
  theme => ({
    state: {
      minBlockSize: '1.5em',
      marginBlockStart: theme.spacing(0.5),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    wrong: { color: theme.palette.error.main },
  }),
  { name: 'MaturityServiceNameField' },
);

/** A name for a new service; says while it is typed whether it can be had. */
export function ServiceNameField(props: FieldExtensionComponentProps<string>) {
  const { formData: name = '', schema, required, disabled, uiSchema } = props;
  const { onChange, rawErrors = [], idSchema } = props;
  const t = useText();
  const classes = useStyles();
  const limits = nameLimits(schema);
  const state = useNameState(name, limits);
  const id = useUniqueId('name');
  const wrong = state.is === 'faulty' || state.is === 'taken';
  const help = uiSchema['ui:description'] ?? schema.description;
  return (
    <div>
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
        inputProps={{
          'aria-describedby': id,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
        }}
      />
      <div
        id={id}
        role="status"
        className={`${classes.state} ${wrong ? classes.wrong : ''}`}
      >
        {nameMessage(t, { state, name, limits })}{' '}
        {state.is === 'taken' && (
          <EntityRefLink entityRef={state.entityRef}>
            {t('scaffolder.name.open')}
          </EntityRefLink>
        )}
      </div>
    </div>
  );
}
