import type {
  Definitions,
  HistoryItem,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Tune from '@material-ui/icons/Tune';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action } from '../frame';
import { sortedChecks, stageDirection } from './changes';
import { CheckLine } from './CheckLine';
import { LevelLine } from './LevelLine';
import { MoveLine } from './MoveLine';
import { When } from './When';

/** Checks of one change before the rest is folded: other definitions can move dozens. */
const SHOWN = 5;

const useStyles = makeStyles(
  theme => ({
    entry: {
      position: 'relative',
      paddingInlineStart: theme.spacing(3.5),
      paddingBlockEnd: theme.spacing(3),
      // The line of time, and the point on it. Both are decoration.
      '&::before': {
        content: '""',
        position: 'absolute',
        insetInlineStart: '5px',
        insetBlock: '8px -8px',
        borderInlineStart: `2px solid ${theme.palette.divider}`,
      },
      '&:last-child::before': { display: 'none' },
      '&::after': {
        content: '""',
        position: 'absolute',
        insetInlineStart: '0px',
        insetBlockStart: '5px',
        inlineSize: '12px',
        blockSize: '12px',
        boxSizing: 'border-box',
        borderRadius: '50%',
        border: `2px solid ${theme.palette.text.secondary}`,
        background: theme.palette.background.paper,
      },
      '@media print': { breakInside: 'avoid' },
    },
    definitions: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      padding: theme.spacing(0.5, 0),
    },
    icon: { flex: 'none', color: theme.palette.text.secondary },
    word: { fontWeight: 600 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'MaturityHistoryEntry' },
);

/** What one evaluation found otherwise than the one before. */
export function HistoryEntry(props: {
  item: HistoryItem;
  definitions: Definitions;
}) {
  const { item, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('changes');
  const [unfolded, setUnfolded] = useState(false);
  const checks = new Map(definitions.checks.map(check => [check.id, check]));
  const changes = sortedChecks(item.checks);
  const hidden = changes.length - SHOWN;
  const shown = unfolded || hidden <= 1 ? changes : changes.slice(0, SHOWN);
  return (
    <li className={classes.entry}>
      <When at={item.changedAt} />
      {item.newDefinitions && (
        <div className={classes.definitions}>
          <Tune fontSize="small" aria-hidden className={classes.icon} />
          <Typography variant="body2">
            <span className={classes.word}>{t('history.definitions')}.</span>{' '}
            {t('history.definitionsText')}
          </Typography>
        </div>
      )}
      <ul id={id} className={classes.list}>
        {item.stage && (
          <MoveLine
            what={t('history.stage')}
            from={t(`visual.stage.${item.stage.from ?? 'leaving'}`)}
            to={t(`visual.stage.${item.stage.to ?? 'leaving'}`)}
            direction={stageDirection(item.stage.from, item.stage.to)}
          />
        )}
        {item.levels.map(change => (
          <LevelLine
            key={change.track}
            change={change}
            definitions={definitions}
          />
        ))}
        {shown.map(change => (
          <CheckLine
            key={change.check}
            change={change}
            check={checks.get(change.check)}
          />
        ))}
      </ul>
      {hidden > 1 && (
        <Action
          size="small"
          aria-expanded={unfolded}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded
            ? t('history.hideChecks')
            : t('history.showChecks', { count: hidden })}
        </Action>
      )}
    </li>
  );
}
