import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import type { Check, Result } from '../../api';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import { useUniqueId } from '../../hooks/useUniqueId';
import { CheckItem } from '../checks';
import { levelName } from '../visual';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      minBlockSize: '32px',
      gap: theme.spacing(0, 1.5),
      marginBlockStart: theme.spacing(1),
    },
    title: { fontSize: '0.875rem', fontWeight: 600 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'MaturityLevelResults' },
);

/** The checks of one level of a track: open ones first, those that pass behind a button. */
export function LevelResults(props: {
  level: number;
  names: readonly string[];
  results: readonly Result[];
  checks: ReadonlyMap<string, Check>;
  /** Checks that pass thanks to the golden path. */
  brought: ReadonlySet<string>;
}) {
  const { level, names, results, checks, brought } = props;
  const t = useText();
  const classes = useStyles();
  const [unfolded, setUnfolded] = useState(false);
  const id = useUniqueId('passed');
  const passed = results.filter(({ status }) => status === 'pass');
  const rest = results.filter(({ status }) => status !== 'pass');
  const open = rest.filter(({ status }) => status !== 'exempt').length;
  const shown = unfolded ? [...rest, ...passed] : rest;
  return (
    <>
      <div className={classes.head}>
        <Typography component="h4" className={classes.title}>
          {t('entity.checks.level', {
            level: String(level),
            name: levelName(t, level, names),
          })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {open > 0
            ? t('entity.checks.open', { count: open })
            : t('entity.checks.allPassed')}
        </Typography>
        {passed.length > 0 && (
          <Action
            size="small"
            aria-expanded={unfolded}
            aria-controls={id}
            startIcon={unfolded ? <ExpandLess /> : <ExpandMore />}
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? t('entity.checks.hidePassed')
              : t('entity.checks.showPassed', { count: passed.length })}
          </Action>
        )}
      </div>
      <ul id={id} className={classes.list}>
        {shown.map(result => (
          <CheckItem
            key={result.check}
            result={result}
            check={checks.get(result.check)}
            heading="h5"
            fromGoldenPath={brought.has(result.check)}
          />
        ))}
      </ul>
    </>
  );
}
