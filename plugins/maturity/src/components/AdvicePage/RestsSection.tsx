import {
  type Measure,
  measured,
  MEASURES,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Notice, Section } from '../frame';
import { BehindNumber } from './BehindNumber';
import { figure, listBehind, measureOf, thresholdOf } from './measures';
import { caveatSentence } from './sentences';
import { useRunningTypes } from './RunningTypes';
import { type Advice, type Evidence, MODELS } from './wire';

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
      alignItems: 'center',
      minBlockSize: '32px',
      gap: theme.spacing(2),
      padding: theme.spacing(0.5, 0),
      borderBlockEnd: `1px solid ${theme.palette.divider}`,
    },
    quiet: { color: theme.palette.text.secondary },
    value: { margin: 0, fontWeight: 600, whiteSpace: 'nowrap' },
    note: { maxInlineSize: '75ch', marginBlockEnd: theme.spacing(1) },
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
  const types = useRunningTypes();
  const evidence = evidenceByMeasure(advice);
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
                <li key={caveat}>{caveatSentence(t, caveat)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Typography component="h3" className={classes.word}>
        {t('advice.rests.counted')}
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('advice.rests.countedNote')}
      </Typography>
      <dl className={classes.figures}>
        {MEASURES.map(measure => {
          const value = figure(measured(inputs, measure), measure);
          const threshold = thresholdOf(advice, 'attained');
          const list = listBehind(measure, { threshold, types });
          return (
            <div key={measure} className={classes.figure}>
              <dt className={classes.quiet}>
                {t(`advice.measure.${measure}`)}
              </dt>
              <dd className={`${classes.value} ${value ? '' : classes.quiet}`}>
                <Counted
                  value={value}
                  address={list && href(list)}
                  evidence={evidence.get(measure)}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

/** A number that opens what it counts, where that is known. */
function Counted(props: {
  value: string | undefined;
  address: string | undefined;
  evidence: Evidence | undefined;
}) {
  const { value, address, evidence } = props;
  const t = useText();
  if (value === undefined) return <>{t('advice.notYet.unknown')}</>;
  if (address !== undefined) return <Link to={address}>{value}</Link>;
  return evidence ? <BehindNumber evidence={evidence} plain /> : <>{value}</>;
}

/** The rules that fired name the entities behind their numbers; two rules may rest on the same one. */
function evidenceByMeasure(advice: Advice): Map<Measure, Evidence> {
  const found = new Map<Measure, Evidence>();
  for (const model of MODELS) {
    for (const piece of advice.verdicts[model].evidence) {
      const measure = measureOf(piece);
      if (measure && piece.entityRefs.length > 0) found.set(measure, piece);
    }
  }
  return found;
}
