import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../hooks/useText';
import type { Model, Verdict } from './wire';

const useStyles = makeStyles(
  theme => ({
    word: {
      fontSize: '0.8125rem',
      fontWeight: 600,
      marginBlockStart: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
    list: {
      margin: theme.spacing(0.5, 0, 0),
      paddingInlineStart: theme.spacing(2.5),
      fontSize: '0.875rem',
      lineHeight: 1.45,
    },
    text: { marginBlockStart: theme.spacing(0.5) },
  }),
  { name: 'MaturityConsequences' },
);

/** What an organization feels that needs a model and does without; nothing where it is not called for. */
export function Symptoms(props: { model: Model; verdict: Verdict }) {
  const { model, verdict } = props;
  const t = useText();
  const classes = useStyles();
  if (verdict !== 'now' && verdict !== 'next' && verdict !== 'later') {
    return null;
  }
  return (
    <>
      <Typography component="h4" className={classes.word}>
        {t('advice.verdicts.symptoms')}
      </Typography>
      <ul className={classes.list}>
        {symptomsOf(t, model).map(symptom => (
          <li key={symptom}>{symptom}</li>
        ))}
      </ul>
    </>
  );
}

/** What a model asks for in return, whatever the verdict on it. */
export function CostNote(props: { model: Model }) {
  const t = useText();
  const classes = useStyles();
  if (props.model !== 'platform') return null;
  return (
    <>
      <Typography component="h4" className={classes.word}>
        {t('advice.verdicts.cost')}
      </Typography>
      <Typography variant="body2" className={classes.text}>
        {t('advice.cost.platform')}
      </Typography>
    </>
  );
}

function symptomsOf(t: Text, model: Model): string[] {
  switch (model) {
    case 'devops':
      return [
        t('advice.symptom.devops.rare'),
        t('advice.symptom.devops.waiting'),
        t('advice.symptom.devops.drift'),
      ];
    case 'sre':
      return [
        t('advice.symptom.sre.again'),
        t('advice.symptom.sre.late'),
        t('advice.symptom.sre.unsure'),
      ];
    case 'platform':
      return [
        t('advice.symptom.platform.own'),
        t('advice.symptom.platform.weeks'),
        t('advice.symptom.platform.tickets'),
      ];
    default: {
      const never: never = model;
      return never;
    }
  }
}
