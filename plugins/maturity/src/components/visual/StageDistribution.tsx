import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { STAGES, type Stage } from './stages';

const BAR = 56;
const WIDTH = 40;

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
    // Drawn, because printers leave backgrounds out.
    bar: { display: 'block', color: theme.palette.text.secondary },
    here: { color: theme.palette.text.primary },
    count: { fontWeight: 600 },
    empty: { fontWeight: 400, color: theme.palette.text.secondary },
  }),
  { name: 'MaturityStageDistribution' },
);

export interface StageDistributionProps {
  /** Services at each stop. */
  counts: Readonly<Record<Stage, number>>;
  /** The stop at which all of them together stand; its column is darker. */
  here?: Stage;
  href(stage: Stage): string;
}

/** How many services stand at each stop; stands directly above a stage path of the same width. */
export function StageDistribution(props: StageDistributionProps) {
  const { counts, here, href } = props;
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
                <svg
                  className={`${classes.bar} ${
                    stage === here ? classes.here : ''
                  }`}
                  width={WIDTH}
                  height={count === 0 ? 1 : 4 + (count / most) * (BAR - 4)}
                >
                  <rect width="100%" height="100%" fill="currentColor" />
                </svg>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
