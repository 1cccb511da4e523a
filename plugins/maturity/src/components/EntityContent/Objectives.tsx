import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useLanguage } from '../../hooks/useLanguage';
import { type Text, useText } from '../../hooks/useText';
import { type Promised, promisesOf } from '../../scaffolder/tierPromise';
import { Section } from '../frame';

/** More belong into a file of their own. */
const MOST = 20;

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
      gap: theme.spacing(2, 5),
      listStyle: 'none',
      margin: theme.spacing(2, 0, 0),
      padding: 0,
    },
    objective: { fontWeight: 600, overflowWrap: 'anywhere' },
    budget: { fontVariantNumeric: 'tabular-nums' },
  }),
  { name: 'MaturityObjectives' },
);

function sentence(t: Text, promised: Promised): string {
  const { indicator, objective, bound, days } = promised;
  const words = { objective, days: String(days) };
  if (indicator === 'availability') {
    return t('entity.objectives.availability', words);
  }
  const named = { ...words, indicator: t(`slo.indicators.${indicator}`) };
  return bound === ''
    ? t('entity.objectives.other', named)
    : t('entity.objectives.bounded', { ...named, bound });
}

/** The objectives of a value, each with its error budget; nothing where none can be read. */
export function Objectives(props: { slos: string }) {
  const t = useText();
  const classes = useStyles();
  const language = useLanguage();
  const promised = promisesOf(props.slos).slice(0, MOST);
  if (promised.length === 0) return null;
  return (
    <Section title={t('entity.objectives.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('entity.objectives.lead')}
      </Typography>
      <ul className={classes.list}>
        {promised.map(each => (
          <li key={`${each.indicator} ${each.bound}`}>
            <Typography variant="body2" className={classes.objective}>
              {sentence(t, each)}
            </Typography>
            <Typography variant="body2" className={classes.budget}>
              {t(
                each.indicator === 'availability'
                  ? 'slo.downtime'
                  : 'slo.share',
                {
                  share: each.share,
                  days: String(each.days),
                  time: t('slo.minutes', {
                    count: each.minutes,
                    minutes: each.minutes.toLocaleString(language, {
                      maximumFractionDigits: 2,
                    }),
                  }),
                },
              )}
            </Typography>
          </li>
        ))}
      </ul>
    </Section>
  );
}
