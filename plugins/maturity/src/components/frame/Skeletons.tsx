import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
    },
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
      {heights.map((height, index) => (
        <Skeleton
          key={index}
          variant="rect"
          height={height}
          className={classes.block}
        />
      ))}
    </div>
  );
}
