import type {
  Definitions,
  RollUpItem,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  type ServicesQuery,
  useCheckHref,
  useServicesHref,
} from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Prose, Section } from '../frame';
import { TrackName } from '../visual';

const SHOWN = 5;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    fix: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1.5, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    title: { fontWeight: 600 },
    counts: { textAlign: 'end' },
    wide: { gridColumn: '1 / -1' },
    track: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  }),
  { name: 'MaturityLeverageSection' },
);

/** The open checks whose fixing lifts most services. */
export function LeverageSection(props: {
  definitions: Definitions;
  organization: RollUpItem;
  /** Narrows the lists behind the numbers to the services of one set. */
  within?: ServicesQuery;
}) {
  const { definitions, organization, within } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const checkHref = useCheckHref();
  const checks = new Map(definitions.checks.map(check => [check.id, check]));
  const tracks = new Map(definitions.tracks.map(track => [track.id, track]));
  const fixes = organization.rollUp.leverage.slice(0, SHOWN);
  return (
    <Section
      title={t('overview.leverage.title')}
      help={<Help term="leverage" />}
    >
      {fixes.length === 0 && (
        <Typography>{t('overview.leverage.empty')}</Typography>
      )}
      <ol className={classes.list}>
        {fixes.map(fix => {
          const check = checks.get(fix.check);
          const track = tracks.get(fix.track);
          return (
            <li key={fix.check} className={classes.fix}>
              <div>
                <Typography component="h3" className={classes.title}>
                  {check ? (
                    <Link to={checkHref(check.id)}>{check.title}</Link>
                  ) : (
                    fix.check
                  )}
                </Typography>
                <div className={classes.track}>
                  <TrackName id={fix.track} title={track?.title ?? fix.track} />
                </div>
              </div>
              <div className={classes.counts}>
                {fix.failing > 0 && (
                  <div>
                    <Link
                      to={href({
                        ...within,
                        check: fix.check,
                        status: ['fail'],
                        lifecycle: ['production'],
                      })}
                    >
                      {t('overview.leverage.fails', { count: fix.failing })}
                    </Link>
                  </div>
                )}
                {fix.unknown > 0 && (
                  <div>
                    <Link
                      to={href({
                        ...within,
                        check: fix.check,
                        status: ['unknown'],
                        lifecycle: ['production'],
                      })}
                    >
                      {t('overview.leverage.unknown', { count: fix.unknown })}
                    </Link>
                  </div>
                )}
              </div>
              {check && (
                <Typography
                  variant="body2"
                  color="textSecondary"
                  className={classes.wide}
                >
                  <Prose text={check.remedy} />
                </Typography>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
