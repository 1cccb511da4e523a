import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useText } from '../../hooks/useText';
import { checksRouteRef } from '../../routes';
import { Body, errorStatus, Failure, Notice, Skeletons } from '../frame';
import { AsksSection } from './AsksSection';
import { CheckHead } from './CheckHead';
import { CountsSection } from './CountsSection';
import { FailingSection } from './FailingSection';
import { HowSection } from './HowSection';
import { TrendSection } from './trend';
import { useCheck } from './useChecks';
import { WhySection } from './WhySection';

const useStyles = makeStyles(
  theme => ({
    // What the check is about beside how services stand: neither needs the whole width to be read.
    columns: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(3),
      alignItems: 'start',
      [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
      '@media print': { display: 'block' },
    },
    column: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      minInlineSize: 0,
    },
  }),
  { name: 'MaturityCheckPage' },
);

/** One check: what it asks, why, how to pass it, and who fails. */
export function CheckPage() {
  const { id = '' } = useParams();
  const t = useText();
  const classes = useStyles();
  const checksHref = useRouteRef(checksRouteRef);
  const { value, error, reload } = useCheck(id);
  const missing = error !== undefined && errorStatus(error) === 'not-found';
  // While another check is read, the one before must not stand under its address.
  const shown = value?.detail.check.id === id ? value : undefined;
  return (
    <Body>
      <Link to={checksHref()}>← {t('checks.back')}</Link>
      {missing && (
        <Notice severity="info" role="alert" title={t('checks.missing.title')}>
          {t('checks.missing.text', { id })}
        </Notice>
      )}
      {error && !missing && (
        <Failure error={error} kept={shown !== undefined} onRetry={reload} />
      )}
      {!shown && !error && <Skeletons heights={[80, 240, 200, 200]} />}
      {shown && !missing && (
        <>
          <CheckHead
            check={shown.detail.check}
            definitions={shown.definitions}
          />
          <div className={classes.columns}>
            <div className={classes.column}>
              <AsksSection check={shown.detail.check} />
              <HowSection check={shown.detail.check} />
              <WhySection check={shown.detail.check} />
            </div>
            <div className={classes.column}>
              <CountsSection detail={shown.detail} />
              <FailingSection detail={shown.detail} failing={shown.failing} />
              <TrendSection check={id} />
            </div>
          </div>
        </>
      )}
    </Body>
  );
}
