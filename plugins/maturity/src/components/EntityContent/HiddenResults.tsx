import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import type { Check, Result } from '../../api';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import { useUniqueId } from '../../hooks/useUniqueId';
import { CheckItem } from '../checks';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockStart: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'MaturityHiddenResults' },
);

/** Checks that do not apply: hidden until asked for, then with the reason. */
export function HiddenResults(props: {
  results: readonly Result[];
  checks: ReadonlyMap<string, Check>;
}) {
  const { results, checks } = props;
  const t = useText();
  const classes = useStyles();
  const [shown, setShown] = useState(false);
  const id = useUniqueId('hidden');
  if (results.length === 0) return null;
  return (
    <div className={classes.root}>
      <Action
        size="small"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {shown
          ? t('entity.checks.hideNotApplicable')
          : t('entity.checks.showNotApplicable', { count: results.length })}
      </Action>
      <ul id={id} className={classes.list}>
        {shown &&
          results.map(result => (
            <CheckItem
              key={result.check}
              result={result}
              check={checks.get(result.check)}
              heading="h3"
            />
          ))}
      </ul>
    </div>
  );
}
