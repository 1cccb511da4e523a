import type { ScorecardPage } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { isFiltered, type ServicesQuery } from '../../filters';
import { useText } from '../../hooks/useText';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      inlineSize: 1,
      blockSize: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
      '@media print': { display: 'none' },
    },
  },
  { name: 'MaturityFoundStatus' },
);

/**
 * How many services were found, read out whenever that changes. It stays on the page whatever is found:
 * of one that comes and goes with its text, screen readers would say nothing.
 */
export function FoundStatus(props: {
  page: ScorecardPage | undefined;
  query: ServicesQuery;
}) {
  const { page, query } = props;
  const t = useText();
  const classes = useStyles();
  const none = isFiltered(query)
    ? t('services.empty.title')
    : t('services.none.title');
  return (
    <div role="status" className={classes.root}>
      {page &&
        (page.totalItems === 0
          ? none
          : t('services.total', { count: page.totalItems }))}
    </div>
  );
}
