import type {
  CheckDetail,
  ScorecardPage,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServiceLink, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Rows, Section } from '../frame';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 600 },
    facts: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    ways: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      marginBlockStart: theme.spacing(1.5),
    },
  }),
  { name: 'MaturityFailingSection' },
);

/** The services that fail, the most important first, with a way to all of them. */
export function FailingSection(props: {
  detail: CheckDetail;
  failing: ScorecardPage;
}) {
  const { detail, failing } = props;
  const { check, counts } = detail;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const link = useServiceLink();
  const hidden = failing.totalItems > failing.items.length;
  return (
    <Section title={t('checks.who.title')}>
      {failing.items.length === 0 && (
        <Typography>{t('checks.who.none')}</Typography>
      )}
      <Rows>
        {failing.items.map(({ entityRef, title, owner, tier }) => ({
          key: entityRef,
          content: (
            <>
              <Link to={link(entityRef)} className={classes.name}>
                {title}
              </Link>
              <span className={classes.facts}>
                {tier === null
                  ? t('services.tierMissing')
                  : t('services.tierShort', { tier: String(tier) })}
                {owner && (
                  <>
                    {' · '}
                    <EntityRefLink entityRef={owner} defaultKind="group" />
                  </>
                )}
              </span>
            </>
          ),
        }))}
      </Rows>
      {(hidden || counts.unknown > 0) && (
        <div className={classes.ways}>
          {hidden && (
            <Link to={href({ check: check.id, status: ['fail'] })}>
              {t('checks.who.all', { count: failing.totalItems })}
            </Link>
          )}
          {counts.unknown > 0 && (
            <Link to={href({ check: check.id, status: ['unknown'] })}>
              {t('checks.who.unknown', { count: counts.unknown })}
            </Link>
          )}
        </div>
      )}
    </Section>
  );
}
