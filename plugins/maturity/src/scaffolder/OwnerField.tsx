import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { makeStyles } from '@material-ui/core/styles';
import { Action, Legible } from '../components/frame';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { OwnerInput } from './OwnerInput';
import { ownerMessage } from './ownerMessage';
import { useOwnerChoice } from './useOwnerChoice';

const useStyles = makeStyles(
  theme => ({
    state: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
    wrong: { color: theme.palette.error.main },
  }),
  { name: 'MaturityOwnerField' },
);

/** Who owns what a template makes: a group of the catalog, at first the user's own. */
export function OwnerField(props: FieldExtensionComponentProps<string>) {
  return (
    <Legible>
      <Owner {...props} />
    </Legible>
  );
}

function Owner(props: FieldExtensionComponentProps<string>) {
  const { formData, schema, uiSchema, idSchema, onChange } = props;
  const { required = false, disabled = false, rawErrors = [] } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('owner');
  const choice = useOwnerChoice({ value: formData, disabled, onChange });
  const { owners, isUnknown } = choice;
  const message = ownerMessage(t, choice);
  const wrong = isUnknown && message !== '';
  return (
    <div data-maturity="">
      <OwnerInput
        id={idSchema.$id}
        label={
          uiSchema['ui:title'] ?? schema.title ?? t('scaffolder.owner.label')
        }
        help={uiSchema['ui:description'] ?? schema.description}
        describedBy={message === '' ? undefined : id}
        choice={choice}
        required={required}
        disabled={disabled}
        beginsHere={uiSchema['ui:autofocus'] === true}
        error={wrong || rawErrors.length > 0}
      />
      <div
        id={id}
        role="status"
        className={`${classes.state} ${wrong ? classes.wrong : ''}`}
      >
        {message}
      </div>
      {owners.failed && (
        <Action size="small" onClick={owners.reload}>
          {t('scaffolder.owner.again')}
        </Action>
      )}
    </div>
  );
}
