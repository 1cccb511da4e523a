import { makeStyles } from '@material-ui/core/styles';
import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useText } from '../hooks/useText';
import { kindOf } from './repositoryFault';
import type { RepositoryParts } from './repositoryText';

const useStyles = makeStyles(
  theme => ({
    inputs: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
      columnGap: theme.spacing(1.5),
    },
    host: { margin: theme.spacing(0.5, 0) },
  }),
  { name: 'MaturityRepositoryInputs' },
);

/** Host, owner and name of a repository. */
export function RepositoryInputs(props: {
  id: string;
  /** At least one; a choice where there are more. */
  hosts: readonly string[];
  parts: RepositoryParts;
  /** The part that is wrong. */
  wrong: 'owner' | 'name' | undefined;
  required: boolean;
  disabled: boolean;
  /** Id of what is said about the repository. */
  describedBy: string;
  onChange(change: Partial<RepositoryParts>): void;
}) {
  const { id, hosts, parts, wrong, required, disabled } = props;
  const { describedBy, onChange } = props;
  const t = useText();
  const classes = useStyles();
  const common: TextFieldProps = {
    required,
    disabled,
    fullWidth: true,
    variant: 'outlined',
    margin: 'dense',
  };
  const inputProps = {
    'aria-describedby': describedBy,
    autoComplete: 'off',
    autoCapitalize: 'none',
    spellCheck: false,
  };
  return (
    <>
      {hosts.length === 1 && (
        <p className={classes.host}>
          {t('scaffolder.repository.on', { host: parts.host })}
        </p>
      )}
      <div className={classes.inputs}>
        {hosts.length > 1 && (
          <TextField
            {...common}
            id={`${id}-host`}
            label={t('scaffolder.repository.host')}
            select
            SelectProps={{ native: true }}
            value={parts.host}
            onChange={({ target }) => onChange({ host: target.value })}
          >
            {hosts.map(host => (
              <option key={host} value={host}>
                {host}
              </option>
            ))}
          </TextField>
        )}
        <TextField
          {...common}
          id={`${id}-owner`}
          label={t(`scaffolder.repository.owner.${kindOf(parts.host)}`)}
          value={parts.owner}
          error={wrong === 'owner'}
          onChange={({ target }) => onChange({ owner: target.value.trim() })}
          inputProps={inputProps}
        />
        <TextField
          {...common}
          id={`${id}-name`}
          label={t('scaffolder.repository.name')}
          value={parts.name}
          error={wrong === 'name'}
          onChange={({ target }) => onChange({ name: target.value.trim() })}
          inputProps={inputProps}
        />
      </div>
    </>
  );
}
