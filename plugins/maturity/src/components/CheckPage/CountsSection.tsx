import type { CheckDetail } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { VerdictMark } from '../visual';
import { StatusBar } from './StatusBar';

const ORDER = ['pass', 'exempt', 'unknown', 'fail', 'not-applicable'] as const;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 4),
      listStyle: 'none',
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
    },
    link: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      color: theme.palette.text.primary,
    },
    count: { fontSize: '1.25rem', lineHeight: 1.3, fontWeight: 600 },
    word: { color: theme.palette.text.secondary },
    none: {
      fontSize: '1.25rem',
      lineHeight: 1.3,
      color: theme.palette.text.secondary,
    },
    share: { marginBlockEnd: theme.spacing(1.5) },
  }),
  { name: 'MaturityCountsSection' },
);

/** How many services have which verdict, each number with a way to them. */
export function CountsSection(props: { detail: CheckDetail }) {
  const { check, counts } = props.detail;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const asked = counts.pass + counts.fail + counts.unknown + counts.exempt;
  const all = asked + counts['not-applicable'];
  return (
    <Section title={t('checks.counts.title')} help={<Help term="unknown" />}>
      {all === 0 && <Typography>{t('checks.counts.none')}</Typography>}
      {asked > 0 && (
        <Typography className={classes.share}>
          {t('checks.counts.share', {
            percent: `${Math.floor((counts.pass / asked) * 100)}%`,
          })}
        </Typography>
      )}
      <StatusBar counts={counts} />
      {all > 0 && (
        <ul className={classes.list} aria-label={t('checks.counts.label')}>
          {ORDER.map(status => {
            const count = counts[status];
            return (
              <li key={status}>
                <Link
                  to={href({ check: check.id, status: [status] })}
                  className={classes.link}
                  aria-label={t('checks.counts.item', {
                    status: t(`visual.verdict.${status}`),
                    number: String(count),
                  })}
                >
                  <VerdictMark status={status} size={18} />
                  <span className={count === 0 ? classes.none : classes.count}>
                    {count}
                  </span>{' '}
                  <span className={classes.word}>
                    {t(`visual.verdict.${status}`)}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
