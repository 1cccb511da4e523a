import {
  caveatText,
  MEASURES,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Notice, Section } from '../frame';
import { figure, listBehind, signal, thresholdOf } from './measures';
import type { Advice } from './wire';

const useStyles = makeStyles(
  theme => ({
    text: { maxInlineSize: '75ch' },
    caveats: { marginBlockStart: theme.spacing(2) },
    list: { margin: 0, paddingInlineStart: theme.spacing(2.5) },
    word: {
      fontSize: '1rem',
      fontWeight: 600,
      margin: theme.spacing(2.5, 0, 1),
    },
    figures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
      columnGap: theme.spacing(5),
      margin: 0,
      fontSize: '0.875rem',
    },
    figure: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      padding: theme.spacing(0.5, 0),
      borderBlockEnd: `1px solid ${theme.palette.divider}`,
    },
    quiet: { color: theme.palette.text.secondary },
    value: { margin: 0, fontWeight: 600 },
  }),
  { name: 'MaturityRestsSection' },
);

/** How sure the advice is, what to mind, and every number that it was computed from. */
export function RestsSection(props: { advice: Advice }) {
  const { advice } = props;
  const { caveats, confidence, inputs } = advice;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  return (
    <Section title={t('advice.rests.title')}>
      <Typography className={classes.text}>
        <strong>{t(`advice.rests.${confidence}`)}</strong>{' '}
        {t(`advice.rests.${confidence}Text`)}
      </Typography>
      {caveats.length > 0 && (
        <div className={classes.caveats}>
          <Notice severity="warning" title={t('advice.rests.caveats')}>
            <ul className={classes.list}>
              {caveats.map(caveat => (
                <li key={caveat}>{caveatText(caveat)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Typography component="h3" className={classes.word}>
        {t('advice.rests.counted')}
      </Typography>
      <dl className={classes.figures}>
        {MEASURES.map(measure => {
          const value = figure(signal(inputs, measure), measure);
          const list = listBehind(measure, thresholdOf(advice, 'attained'));
          return (
            <div key={measure} className={classes.figure}>
              <dt className={classes.quiet}>
                {t(`advice.measure.${measure}`)}
              </dt>
              <dd className={`${classes.value} ${value ? '' : classes.quiet}`}>
                {list && value ? (
                  <Link to={href(list)}>{value}</Link>
                ) : (
                  value ?? t('advice.notYet.unknown')
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
