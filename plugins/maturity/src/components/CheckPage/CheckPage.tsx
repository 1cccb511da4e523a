import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
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
  useTitle(value?.detail.check.title ?? t('common.checksTab'));
  const missing = error !== undefined && errorStatus(error) === 'not-found';
  return (
    <Body>
      <Link to={checksHref()}>← {t('checks.back')}</Link>
      {missing && (
        <Notice severity="info" role="alert" title={t('checks.missing.title')}>
          {t('checks.missing.text', { id })}
        </Notice>
      )}
      {error && !missing && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[80, 240, 200, 200]} />}
      {value && !missing && (
        <>
          <CheckHead
            check={value.detail.check}
            definitions={value.definitions}
          />
          <div className={classes.columns}>
            <div className={classes.column}>
              <AsksSection check={value.detail.check} />
              <HowSection check={value.detail.check} />
              <WhySection check={value.detail.check} />
            </div>
            <div className={classes.column}>
              <CountsSection detail={value.detail} />
              <FailingSection detail={value.detail} failing={value.failing} />
              <TrendSection check={id} />
            </div>
          </div>
        </>
      )}
    </Body>
  );
}
