import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Section } from '../frame';
import { VerdictPanel } from './VerdictPanel';
import { type Advice, MODELS } from './wire';

const useStyles = makeStyles(
  theme => ({
    note: { maxInlineSize: '75ch' },
    panels: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
      gap: theme.spacing(4, 5),
      marginBlockStart: theme.spacing(2),
    },
  }),
  { name: 'MaturityVerdictsSection' },
);

/** The three models side by side, each with its verdict and why. */
export function VerdictsSection(props: {
  advice: Advice;
  definitions: Definitions;
}) {
  const { advice, definitions } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('advice.verdicts.title')}>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('advice.verdicts.note')}
      </Typography>
      <div className={classes.panels}>
        {MODELS.map(model => (
          <VerdictPanel
            key={model}
            model={model}
            advice={advice}
            definitions={definitions}
          />
        ))}
      </div>
    </Section>
  );
}
