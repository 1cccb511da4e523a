import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { FactItem } from './FactItem';
import type { FirstRunData } from './FirstRunData';
import { knownAlready } from './knownAlready';
import { KnownList } from './KnownList';
import { missingFacts } from './missingFacts';

/** Few enough to do today. */
const SHOWN = 3;

const DOCS =
  'https://github.com/backstage-maturity/backstage-maturity/blob/main/docs';

const useStyles = makeStyles(
  theme => ({
    lead: {
      fontSize: '1.125rem',
      maxInlineSize: '65ch',
      marginBlockEnd: theme.spacing(3),
    },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))',
      gap: theme.spacing(3, 5),
    },
    part: { minInlineSize: 0 },
    head: {
      fontSize: '1rem',
      fontWeight: 600,
      marginBlockEnd: theme.spacing(1),
    },
    note: { marginBlockEnd: theme.spacing(1.5), maxInlineSize: '65ch' },
    facts: { listStyle: 'none', margin: 0, padding: 0 },
    docs: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      marginBlockStart: theme.spacing(2.5),
    },
  }),
  { name: 'MaturityFirstRun' },
);

/** Where to begin with a catalog that says little yet: what it tells already, and what to add first. */
export function FirstRun(props: FirstRunData) {
  const t = useText();
  const classes = useStyles();
  const known = knownAlready(props);
  const facts = missingFacts(props, SHOWN);
  return (
    <Section title={t('firstRun.title')} help={<Help term="coverage" />}>
      <Typography className={classes.lead}>{t('firstRun.lead')}</Typography>
      <div className={classes.pair}>
        {known.length > 0 && (
          <div className={classes.part}>
            <Typography component="h3" className={classes.head}>
              {t('firstRun.known.title')}
            </Typography>
            <Typography variant="body2" className={classes.note}>
              {t('firstRun.known.note', {
                count: props.organization.rollUp.counted,
              })}
            </Typography>
            <KnownList known={known} />
          </div>
        )}
        {facts.length > 0 && (
          <div className={classes.part}>
            <Typography component="h3" className={classes.head}>
              {t('firstRun.facts.title', { count: facts.length })}
            </Typography>
            <Typography variant="body2" className={classes.note}>
              {t('firstRun.facts.note')}
            </Typography>
            <ol className={classes.facts}>
              {facts.map(fact => (
                <FactItem key={fact.own.key} fact={fact} />
              ))}
            </ol>
          </div>
        )}
      </div>
      <div className={classes.docs}>
        <Link to={`${DOCS}/annotations.md`}>{t('firstRun.docs.all')}</Link>
        <Link to={`${DOCS}/scoring.md`}>{t('firstRun.docs.scoring')}</Link>
      </div>
    </Section>
  );
}
