import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useCheckHref, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Rows } from '../frame';
import { VerdictMark } from '../visual';
import type { KnownCheck } from './knownAlready';

const useStyles = makeStyles(
  theme => ({
    title: { fontWeight: 600 },
    counts: { display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(2) },
    count: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      color: theme.palette.text.primary,
    },
  }),
  { name: 'MaturityKnownList' },
);

/** The checks that the catalog answers by itself, each with its numbers. */
export function KnownList(props: { known: readonly KnownCheck[] }) {
  const classes = useStyles();
  const checkHref = useCheckHref();
  return (
    <Rows>
      {props.known.map(({ check, passing, failing }) => ({
        key: check.id,
        content: (
          <>
            <Link to={checkHref(check.id)} className={classes.title}>
              {check.title}
            </Link>
            <span className={classes.counts}>
              <Count check={check.id} status="pass" count={passing} />
              <Count check={check.id} status="fail" count={failing} />
            </span>
          </>
        ),
      }))}
    </Rows>
  );
}

function Count(props: {
  check: string;
  status: 'pass' | 'fail';
  count: number;
}) {
  const { check, status, count } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  if (count <= 0) return null;
  const label = t(`firstRun.known.${status}`, { count });
  return (
    <Link
      className={classes.count}
      to={href({ check, status: [status], lifecycle: ['production'] })}
    >
      <span aria-hidden>
        <VerdictMark status={status} size={14} />
      </span>
      {label}
    </Link>
  );
}
