import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { LadderGlyph } from './LadderGlyph';
import { ladderLabel, levelName, type LadderNumbers } from './levelName';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      minInlineSize: 0,
    },
    name: { overflowWrap: 'anywhere' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityLevelTag' },
);

/** The ladder with the level's name beside it; read out once, as "Silver, level 2 of 4". */
export function LevelTag(props: LadderNumbers & { size?: number }) {
  const { level, achievable, names, size } = props;
  const t = useText();
  const classes = useStyles();
  const label = ladderLabel(t, { level, achievable, names });
  return (
    <span className={classes.root} role="img" aria-label={label} title={label}>
      <LadderGlyph
        level={level}
        achievable={achievable}
        names={names}
        size={size}
        decorative
      />
      <span
        className={`${classes.name} ${level ? '' : classes.quiet}`}
        aria-hidden
      >
        {levelName(t, level, names)}
      </span>
    </span>
  );
}
