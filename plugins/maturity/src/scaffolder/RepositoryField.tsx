import { Link } from '@backstage/core-components';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { Legible } from '../components/frame';
import { useText } from '../hooks/useText';
import { useUniqueId } from '../hooks/useUniqueId';
import { FieldStatus } from './FieldStatus';
import { wantsExisting } from './repository';
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

/** A repository on a host, to be made or there already; says while it is typed whether there is one. */
export function RepositoryField(props: FieldExtensionComponentProps<string>) {
  return (
    <Legible>
      <Repository {...props} />
    </Legible>
  );
}

function verdictOf(
  { is }: RepositoryState,
  existing: boolean,
): 'pass' | 'fail' | undefined {
  switch (is) {
    case 'faulty':
      return 'fail';
    case 'exists':
      return existing ? 'pass' : 'fail';
    case 'free':
      return existing ? 'fail' : 'pass';
    default:
      return undefined;
  }
}

/** The part that is shown as wrong of a repository that is refused, here or by the form. */
function wrongPart(
  state: RepositoryState,
  refused: { here: boolean; byForm: boolean },
): 'owner' | 'name' | undefined {
  if (state.is === 'faulty') return state.fault === 'name' ? 'name' : 'owner';
  if (refused.here) return 'name';
  return state.is === 'incomplete' && refused.byForm ? 'owner' : undefined;
}

function Repository(props: FieldExtensionComponentProps<string>) {
  const { schema, uiSchema, idSchema } = props;
  const { required = false, disabled = false, rawErrors = [] } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('repository');
  const existing = wantsExisting(uiSchema['ui:options']);
  const { hosts, parts, change } = useRepositoryParts(props);
  const state = useRepositoryState(parts);
  const verdict = verdictOf(state, existing);
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
        wrong={wrongPart(state, {
          here: verdict === 'fail',
          byForm: rawErrors.length > 0,
        })}
        required={required}
        disabled={disabled}
        describedBy={id}
        onChange={change}
      />
      <FieldStatus id={id} verdict={verdict}>
        {repositoryMessage(t, { state, repository, existing })}{' '}
        {state.is === 'exists' && (
          <Link to={state.url}>{t('scaffolder.repository.open')}</Link>
        )}
      </FieldStatus>
    </fieldset>
  );
}
