import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../hooks/useText';
import { Section } from '../frame';
import { distances, figure } from './measures';
import { modelTitle } from './modelTitle';
import { type Advice, type Model, MODELS } from './wire';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    text: { maxInlineSize: '75ch' },
    figures: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(1, 0, 0),
      fontSize: '0.875rem',
    },
    figure: { display: 'flex', gap: theme.spacing(0.75) },
    word: { color: theme.palette.text.secondary },
    value: { margin: 0 },
  }),
  { name: 'MaturityNotYetSection' },
);

/** What can wait, why, and which numbers would change that. */
export function NotYetSection(props: {
  advice: Advice;
  definitions: Definitions;
}) {
  const { advice, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const waiting = MODELS.filter(model => {
    const { verdict } = advice.verdicts[model];
    return verdict !== 'now' && verdict !== 'attained' && verdict !== 'unknown';
  });
  return (
    <Section title={t('advice.notYet.title')}>
      {waiting.length === 0 && (
        <Typography>{t('advice.notYet.none')}</Typography>
      )}
      <ul className={classes.list}>
        {waiting.map(model => (
          <li key={model} className={classes.item}>
            <Typography className={classes.text}>
              {reason(t, { advice, definitions, model })}
            </Typography>
            {isQuiet(advice, model) && (
              <dl className={classes.figures}>
                {distances(advice, model).map(
                  ({ measure, value, threshold }) => (
                    <div key={measure} className={classes.figure}>
                      <dt className={classes.word}>
                        {t(`advice.measure.${measure}`)}
                      </dt>
                      <dd className={classes.value}>
                        {t('advice.notYet.of', {
                          value:
                            figure(value, measure) ??
                            t('advice.notYet.unknown'),
                          threshold: figure(threshold, measure) ?? '',
                        })}
                      </dd>
                    </div>
                  ),
                )}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whether growing numbers would change the verdict, rather than its turn coming. */
function isQuiet({ orgStage, verdicts }: Advice, model: Model): boolean {
  const { verdict } = verdicts[model];
  return (
    orgStage !== 'exploring' &&
    (verdict === 'not-indicated' || verdict === 'not-worth-it-yet')
  );
}

function reason(
  t: Text,
  options: { advice: Advice; definitions: Definitions; model: Model },
): string {
  const { advice, definitions, model } = options;
  const track = modelTitle(definitions, model);
  const { verdict } = advice.verdicts[model];
  switch (verdict) {
    case 'next':
    case 'later': {
      const before = MODELS.slice(0, MODELS.indexOf(model))
        .filter(one => advice.verdicts[one].verdict !== 'attained')
        .filter(one => advice.verdicts[one].verdict !== 'not-indicated')
        .map(one => modelTitle(definitions, one))
        .join(', ');
      return t(`advice.notYet.${verdict}`, { track, before });
    }
    case 'not-indicated':
      return t(
        model === 'platform'
          ? 'advice.notYet.not-indicated-platform'
          : 'advice.notYet.not-indicated',
        { track },
      );
    case 'not-worth-it-yet':
      return t(
        advice.orgStage === 'exploring'
          ? 'advice.notYet.exploring'
          : 'advice.notYet.not-worth-it-yet',
        { track },
      );
    case 'now':
    case 'attained':
    case 'unknown':
      return '';
    default: {
      const never: never = verdict;
      return never;
    }
  }
}
