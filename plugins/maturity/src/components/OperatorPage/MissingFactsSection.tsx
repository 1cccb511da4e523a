import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCheckHref, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Prose, Section } from '../frame';

const SHOWN = 12;

const useStyles = makeStyles(
  theme => ({
    note: { maxInlineSize: '75ch' },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(0.25, 3),
      padding: theme.spacing(1, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
    reads: {
      gridColumn: '1 / -1',
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturityMissingFactsSection' },
);

/** The checks about which least is known, with the keys that would answer them. */
export function MissingFactsSection(props: {
  definitions: Definitions;
  organization: RollUpItem | undefined;
}) {
  const { definitions, organization } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const checkHref = useCheckHref();
  const checks = new Map(definitions.checks.map(check => [check.id, check]));
  const missing = (organization?.rollUp.leverage ?? [])
    .filter(({ unknown }) => unknown > 0)
    .sort((a, b) => b.unknown - a.unknown || a.check.localeCompare(b.check))
    .slice(0, SHOWN);
  return (
    <Section
      title={t('operator.coverage.title')}
      help={<Help term="coverage" />}
    >
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
        paragraph
      >
        {t(
          missing.length > 0
            ? 'operator.coverage.note'
            : 'operator.coverage.none',
        )}
      </Typography>
      <ol className={classes.list}>
        {missing.map(({ check: id, unknown }) => {
          const check = checks.get(id);
          return (
            <li key={id} className={classes.item}>
              <Link to={checkHref(id)} className={classes.title}>
                {check?.title ?? id}
              </Link>
              <Link
                to={href({
                  check: id,
                  status: ['unknown'],
                  lifecycle: ['production'],
                })}
              >
                {t('operator.coverage.unknown', { count: unknown })}
              </Link>
              {check?.decides && (
                <span className={classes.reads}>
                  {t('operator.coverage.reads')}: <Prose text={check.decides} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
