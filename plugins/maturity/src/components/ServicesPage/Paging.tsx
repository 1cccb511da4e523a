import type { ScorecardPage } from '@backstage-maturity/plugin-maturity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    total: { marginInlineEnd: 'auto', fontVariantNumeric: 'tabular-nums' },
  }),
  { name: 'MaturityPaging' },
);

/** How many there are, and the way to the other pages. */
export function Paging(props: {
  page: ScorecardPage;
  busy: boolean;
  onTurn(cursor: string): void;
}) {
  const { page, busy, onTurn } = props;
  const t = useText();
  const classes = useStyles();
  const { prevCursor, nextCursor } = page.pageInfo;
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.total} role="status">
        {t('services.total', { count: page.totalItems })}
      </Typography>
      {(prevCursor || nextCursor) && (
        <>
          <Button
            size="small"
            disabled={!prevCursor || busy}
            onClick={() => prevCursor && onTurn(prevCursor)}
          >
            {t('services.previous')}
          </Button>
          <Button
            size="small"
            disabled={!nextCursor || busy}
            onClick={() => nextCursor && onTurn(nextCursor)}
          >
            {t('services.next')}
          </Button>
        </>
      )}
    </div>
  );
}
