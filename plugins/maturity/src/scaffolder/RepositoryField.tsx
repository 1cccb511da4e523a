import { Link } from '@backstage/core-components';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { Legible } from '../components/frame';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { FieldStatus } from './FieldStatus';
import { RepositoryInputs } from './RepositoryInputs';
import { repositoryMessage } from './repositoryMessage';
import { pathOf } from './repositoryText';
import { useRepositoryParts } from './useRepositoryParts';
import { type RepositoryState, useRepositoryState } from './useRepositoryState';

const useStyles = makeStyles(
  theme => ({
    root: { border: 0, margin: 0, padding: 0, minInlineSize: 0 },
    legend: { padding: 0, fontSize: '1rem', fontWeight: 600 },
    help: { margin: theme.spacing(0.5, 0) },
  }),
  { name: 'MaturityRepositoryField' },
);

/** A repository to be made on a host; says while it is typed whether there is one already. */
export function RepositoryField(props: FieldExtensionComponentProps<string>) {
  return (
    <Legible>
      <Repository {...props} />
    </Legible>
  );
}

function wrongPart(
  state: RepositoryState,
  isRefused: boolean,
): 'owner' | 'name' | undefined {
  if (state.is === 'exists') return 'name';
  if (state.is === 'faulty') return state.fault === 'name' ? 'name' : 'owner';
  return state.is === 'incomplete' && isRefused ? 'owner' : undefined;
}

function verdictOf({ is }: RepositoryState): 'pass' | 'fail' | undefined {
  if (is === 'free') return 'pass';
  return is === 'exists' || is === 'faulty' ? 'fail' : undefined;
}

function Repository(props: FieldExtensionComponentProps<string>) {
  const { schema, uiSchema, idSchema } = props;
  const { required = false, disabled = false, rawErrors = [] } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('repository');
  const { hosts, parts, change } = useRepositoryParts(props);
  const state = useRepositoryState(parts);
  const repository = pathOf(parts);
  return (
    <fieldset
      id={idSchema.$id}
      className={classes.root}
      disabled={disabled}
      aria-describedby={`${id}-help`}
      data-maturity=""
    >
      <legend className={classes.legend}>
        {uiSchema['ui:title'] ??
          schema.title ??
          t('scaffolder.repository.label')}
        {required && <span aria-hidden> *</span>}
      </legend>
      <FormHelperText id={`${id}-help`} className={classes.help}>
        {uiSchema['ui:description'] ?? schema.description}
      </FormHelperText>
      <RepositoryInputs
        id={idSchema.$id}
        hosts={hosts}
        parts={parts}
        wrong={wrongPart(state, rawErrors.length > 0)}
        required={required}
        disabled={disabled}
        describedBy={id}
        onChange={change}
      />
      <FieldStatus id={id} verdict={verdictOf(state)}>
        {repositoryMessage(t, { state, repository })}{' '}
        {state.is === 'exists' && (
          <Link to={state.url}>{t('scaffolder.repository.open')}</Link>
        )}
      </FieldStatus>
    </fieldset>
  );
}
