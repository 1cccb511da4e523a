import type { ScorecardPage } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';

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
  /** Whether a change of the total is read out; once per page is enough. */
  announced?: boolean;
  onTurn(cursor: string): void;
}) {
  const { page, busy, announced = false, onTurn } = props;
  const t = useText();
  const classes = useStyles();
  const { prevCursor, nextCursor } = page.pageInfo;
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        className={classes.total}
        role={announced ? 'status' : undefined}
      >
        {t('services.total', { count: page.totalItems })}
      </Typography>
      {(prevCursor || nextCursor) && (
        <>
          <Turn cursor={prevCursor} busy={busy} onTurn={onTurn}>
            {t('services.previous')}
          </Turn>
          <Turn cursor={nextCursor} busy={busy} onTurn={onTurn}>
            {t('services.next')}
          </Turn>
        </>
      )}
    </div>
  );
}

/** A way to another page; without a cursor, or while a page is read, it does nothing. */
function Turn(props: {
  cursor: string | undefined;
  busy: boolean;
  onTurn(cursor: string): void;
  children: string;
}) {
  const { cursor, busy, onTurn, children } = props;
  return (
    <Action
      size="small"
      // A disabled button would lose the focus of the one who pressed it.
      aria-disabled={!cursor || busy}
      onClick={() => {
        if (cursor && !busy) onTurn(cursor);
      }}
    >
      {children}
    </Action>
  );
}
