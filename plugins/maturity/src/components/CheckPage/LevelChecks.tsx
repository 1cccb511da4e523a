import type { Leverage } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check } from '../../api';
import { useCheckHref, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Rows } from '../frame';
import { LadderGlyph, levelName, VerdictMark } from '../visual';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBlockStart: theme.spacing(2.5),
      fontSize: '0.875rem',
      fontWeight: 600,
    },
    counts: {
      display: 'grid',
      // The same columns in every line, so that signs stand below each other.
      gridTemplateColumns: 'repeat(2, minmax(44px, auto))',
      gap: theme.spacing(1),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
    count: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
    fail: { gridColumn: 1 },
    unknown: { gridColumn: 2 },
  }),
  { name: 'MaturityLevelChecks' },
);

/** The checks of one level, each with a way to its page and to the services where it is open. */
export function LevelChecks(props: {
  level: number;
  names: readonly string[];
  checks: readonly Check[];
  open: ReadonlyMap<string, Leverage>;
}) {
  const { level, names, checks, open } = props;
  const t = useText();
  const classes = useStyles();
  const checkHref = useCheckHref();
  if (checks.length === 0) return null;
  return (
    <>
      <Typography component="h3" className={classes.head}>
        <LadderGlyph
          level={level}
          achievable={names.length}
          names={names}
          decorative
        />
        {t('checks.level', {
          level: String(level),
          name: levelName(t, level, names),
        })}
      </Typography>
      <Rows>
        {checks.map(({ id, title }) => ({
          key: id,
          content: (
            <>
              <Link to={checkHref(id)}>{title}</Link>
              <span className={classes.counts}>
                <OpenCount
                  check={id}
                  status="fail"
                  count={open.get(id)?.failing}
                />
                <OpenCount
                  check={id}
                  status="unknown"
                  count={open.get(id)?.unknown}
                />
              </span>
            </>
          ),
        }))}
      </Rows>
    </>
  );
}

/** A number of a roll-up, which counts services in production alone. */
function OpenCount(props: {
  check: string;
  status: 'fail' | 'unknown';
  count: number | undefined;
}) {
  const { check, status, count = 0 } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  if (count === 0) return null;
  return (
    <Link
      to={href({ check, status: [status], lifecycle: ['production'] })}
      className={`${classes.count} ${classes[status]}`}
      aria-label={t('checks.counts.item', {
        status: t(`visual.verdict.${status}`),
        number: String(count),
      })}
    >
      <VerdictMark status={status} size={14} />
      {count}
    </Link>
  );
}
