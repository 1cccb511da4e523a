import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { TrackName } from '../visual';
import { CostNote, Symptoms } from './Consequences';
import { rank } from './measures';
import { modelTitle } from './modelTitle';
import { RuleItem } from './RuleItem';
import { VerdictSign } from './VerdictSign';
import type { Advice, Evidence, Model } from './wire';

const useStyles = makeStyles(
  theme => ({
    panel: {
      minInlineSize: 0,
      borderBlockStart: `2px solid ${theme.palette.divider}`,
      paddingBlockStart: theme.spacing(1.5),
    },
    urgent: { borderBlockStartColor: theme.palette.text.primary },
    name: { fontSize: '1rem', fontWeight: 600 },
    verdict: { marginBlock: theme.spacing(1, 0.25) },
    word: {
      fontSize: '0.8125rem',
      fontWeight: 600,
      marginBlockStart: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'MaturityVerdictPanel' },
);

/** One model: its verdict, the rules that speak for it, and those that speak against it. */
export function VerdictPanel(props: {
  model: Model;
  advice: Advice;
  definitions: Definitions;
}) {
  const { model, advice, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const { verdict, blockers, evidence } = advice.verdicts[model];
  const ordered = [...evidence].sort((a, b) => rank(a.ruleId) - rank(b.ruleId));
  const against = ordered.filter(({ ruleId }) => blockers.includes(ruleId));
  const speaking = ordered.filter(({ ruleId }) => !blockers.includes(ruleId));
  return (
    <div
      className={`${classes.panel} ${verdict === 'now' ? classes.urgent : ''}`}
    >
      <Typography component="h3" className={classes.name}>
        <TrackName id={model} title={modelTitle(definitions, model)} />
      </Typography>
      <div className={classes.verdict}>
        <VerdictSign verdict={verdict} />
      </div>
      <Typography variant="body2" color="textSecondary">
        {t(`advice.verdicts.meaning.${verdict}`)}
      </Typography>
      <Typography component="h4" className={classes.word}>
        {t('advice.verdicts.why')}
      </Typography>
      {speaking.length === 0 && (
        <Typography variant="body2">
          {t('advice.verdicts.nothingFired')}
        </Typography>
      )}
      <Rules evidence={speaking} />
      {against.length > 0 && (
        <>
          <Typography component="h4" className={classes.word}>
            {t('advice.verdicts.against')}
          </Typography>
          <Rules evidence={against} />
        </>
      )}
      <Symptoms model={model} verdict={verdict} />
      <CostNote model={model} />
    </div>
  );
}

function Rules(props: { evidence: readonly Evidence[] }) {
  const classes = useStyles();
  if (props.evidence.length === 0) return null;
  return (
    <ul className={classes.list}>
      {props.evidence.map((piece, index) => (
        <RuleItem key={index} evidence={piece} />
      ))}
    </ul>
  );
}
