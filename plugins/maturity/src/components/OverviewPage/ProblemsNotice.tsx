import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Notice } from '../frame';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingInlineStart: theme.spacing(2.5) },
  }),
  { name: 'MaturityProblemsNotice' },
);

/** Mistakes in the configuration, all of them, each with its place. */
export function ProblemsNotice(props: { problems: Definitions['problems'] }) {
  const { problems } = props;
  const t = useText();
  const classes = useStyles();
  if (problems.length === 0) return null;
  return (
    <Notice
      severity="warning"
      title={t('overview.problems.title', { count: problems.length })}
    >
      <ul className={classes.list}>
        {problems.map(({ path, value, expected, check }) => (
          <li key={`${path} ${value}`}>
            {t('overview.problems.line', {
              path: <code>{path}</code>,
              value: <code>{value}</code>,
              expected,
            })}{' '}
            {check && t('overview.problems.disabled', { check })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
