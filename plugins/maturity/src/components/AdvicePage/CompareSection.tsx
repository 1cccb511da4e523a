import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Section } from '../frame';
import { TrackName } from '../visual';
import { modelTitle } from './modelTitle';
import { MODELS } from './wire';

const ASPECTS = ['purpose', 'outcome', 'when'] as const;

const useStyles = makeStyles(
  theme => ({
    models: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
      gap: theme.spacing(4, 5),
      marginBlockStart: theme.spacing(2),
    },
    name: { fontSize: '1rem', fontWeight: 600 },
    list: { margin: 0 },
    word: {
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
      marginBlockStart: theme.spacing(1.5),
    },
    text: { margin: 0, maxInlineSize: '55ch' },
  }),
  { name: 'MaturityCompareSection' },
);

/** What each model asks, what it brings, and when it is worth it. */
export function CompareSection(props: { definitions: Definitions }) {
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('advice.compare.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('advice.compare.note')}
      </Typography>
      <div className={classes.models}>
        {MODELS.map(model => (
          <div key={model}>
            <Typography component="h3" className={classes.name}>
              <TrackName
                id={model}
                title={modelTitle(props.definitions, model)}
              />
            </Typography>
            <dl className={classes.list}>
              {ASPECTS.map(aspect => (
                <div key={aspect}>
                  <dt className={classes.word}>
                    {t(`advice.compare.${aspect}`)}
                  </dt>
                  <dd className={classes.text}>
                    {t(`advice.compare.${model}.${aspect}`)}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Section>
  );
}
