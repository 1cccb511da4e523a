import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { STAGES, type Stage } from './stages';

const BAR = 56;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      maxInlineSize: '720px',
    },
    item: { flex: '1 1 0', minInlineSize: 0 },
    link: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      padding: theme.spacing(0.5, 0),
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      fontVariantNumeric: 'tabular-nums',
      '&:hover': {
        backgroundColor: theme.palette.action.hover,
        textDecoration: 'none',
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    column: {
      display: 'flex',
      alignItems: 'flex-end',
      blockSize: `${BAR}px`,
      marginBlockStart: theme.spacing(0.5),
    },
    bar: {
      inlineSize: '40px',
      backgroundColor: theme.palette.text.secondary,
      borderStartStartRadius: '2px',
      borderStartEndRadius: '2px',
      printColorAdjust: 'exact',
    },
    count: { fontWeight: 600 },
    empty: { fontWeight: 400, color: theme.palette.text.secondary },
  }),
  { name: 'MaturityStageDistribution' },
);

export interface StageDistributionProps {
  /** Services at each stop. */
  counts: Readonly<Record<Stage, number>>;
  href(stage: Stage): string;
}

/** How many services stand at each stop; stands directly above a stage path of the same width. */
export function StageDistribution(props: StageDistributionProps) {
  const { counts, href } = props;
  const t = useText();
  const classes = useStyles();
  const most = Math.max(1, ...STAGES.map(stage => counts[stage]));
  return (
    <ul className={classes.list} aria-label={t('visual.distribution.stages')}>
      {STAGES.map(stage => {
        const count = counts[stage];
        const label = t('visual.distribution.level', {
          name: t(`visual.stage.${stage}`),
          services: t('common.services', { count }),
        });
        return (
          <li key={stage} className={classes.item}>
            <Link
              to={href(stage)}
              className={classes.link}
              aria-label={label}
              title={label}
              underline="none"
            >
              <span className={count === 0 ? classes.empty : classes.count}>
                {count}
              </span>
              <span className={classes.column} aria-hidden>
                <span
                  className={classes.bar}
                  style={{
                    blockSize: count === 0 ? 1 : 4 + (count / most) * (BAR - 4),
                  }}
                />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
