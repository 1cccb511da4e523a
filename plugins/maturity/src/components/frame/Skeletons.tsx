import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useText } from '../../hooks/useText';

/** From this height on a block stands for a section, with its frame and its heading. */
const SECTION = 120;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
    },
    section: { padding: theme.spacing(2, 3, 3), overflow: 'hidden' },
    block: {
      borderRadius: theme.shape.borderRadius,
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
  }),
  { name: 'MaturitySkeletons' },
);

/** Grey blocks of the heights that the content will have, so that nothing jumps when it arrives. */
export function Skeletons(props: { heights: readonly number[] }) {
  const { heights } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={t('common.loading')}
      className={classes.root}
    >
      {heights.map((height, index) =>
        height < SECTION ? (
          <Skeleton
            key={index}
            variant="rect"
            height={height}
            className={classes.block}
          />
        ) : (
          <Paper
            key={index}
            variant="outlined"
            className={classes.section}
            style={{ blockSize: height }}
          >
            <Skeleton variant="text" width="30%" className={classes.block} />
            <Skeleton variant="text" width="65%" className={classes.block} />
            <Skeleton variant="text" width="50%" className={classes.block} />
          </Paper>
        ),
      )}
    </div>
  );
}
