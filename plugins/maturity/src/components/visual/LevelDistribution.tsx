import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { type Text, useText } from '../../hooks/useText';
import { LadderGlyph } from './LadderGlyph';
import { levelName } from './levelName';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      gap: theme.spacing(0, 0.25),
    },
    item: { flex: '1 1 auto', minInlineSize: '48px', maxInlineSize: '104px' },
    link: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1, 0),
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      textAlign: 'center',
      '&:hover': {
        backgroundColor: theme.palette.action.hover,
        textDecoration: 'none',
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    count: {
      fontSize: '1.25rem',
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
    empty: { color: theme.palette.text.secondary, fontWeight: 400 },
    name: {
      fontSize: '0.75rem',
      maxInlineSize: '100%',
      overflowWrap: 'anywhere',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityLevelDistribution' },
);

export interface LevelDistributionProps {
  /** Track's name, for the label of the list. */
  title: string;
  names: readonly string[];
  /** Services at each level, index = level. */
  histogram: readonly number[];
  /** Services to which the track does not apply. */
  notApplicable: number;
  /** Address of the services at a level; null asks for those to which the track does not apply. */
  href(level: number | null): string;
}

/** A row of ladders, from none to full, each with the number of services that stand there. */
export function LevelDistribution(props: LevelDistributionProps) {
  const { title, names, histogram, notApplicable, href } = props;
  const t = useText();
  const classes = useStyles();
  const steps: { level: number | null; count: number }[] = names.map(
    (_, index) => ({ level: index + 1, count: histogram[index + 1] ?? 0 }),
  );
  steps.unshift({ level: 0, count: histogram[0] ?? 0 });
  if (notApplicable > 0) steps.push({ level: null, count: notApplicable });

  return (
    <ul
      className={classes.list}
      aria-label={t('visual.distribution.label', { track: title })}
    >
      {steps.map(({ level, count }) => {
        const name = levelName(t, level, names);
        const label = t('visual.distribution.level', {
          name,
          services: t('common.services', { count }),
        });
        return (
          <li key={String(level)} className={classes.item}>
            <Link
              to={href(level)}
              className={classes.link}
              title={label}
              underline="none"
            >
              <LadderGlyph
                level={level}
                achievable={level === null ? null : names.length}
                names={names}
                size={24}
                decorative
              />
              <span
                className={`${classes.count} ${
                  count === 0 ? classes.empty : ''
                }`}
              >
                {count}
              </span>{' '}
              <span className={classes.name}>{shortName(t, level, names)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function shortName(
  t: Text,
  level: number | null,
  names: readonly string[],
): string {
  if (level === null) return t('visual.level.shortNotApplicable');
  if (level === 0) return t('visual.level.shortNone');
  return levelName(t, level, names);
}
