import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { BehindNumber } from './BehindNumber';
import { ClaimsButton } from './ClaimsButton';
import { figure, measureOf } from './measures';
import { ruleSentence } from './sentences';
import { Threshold } from './Threshold';
import type { Evidence } from './wire';

const useStyles = makeStyles(
  theme => ({
    item: {
      padding: theme.spacing(1, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
    text: { overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityRuleItem' },
);

/** A rule that fired: in words, its number with what is behind it, its threshold, the article's claims. */
export function RuleItem(props: { evidence: Evidence }) {
  const { evidence } = props;
  const t = useText();
  const classes = useStyles();
  const measure = measureOf(evidence);
  return (
    <li className={classes.item}>
      <Typography variant="body2" className={classes.text}>
        {ruleSentence(t, evidence)}
      </Typography>
      <div className={classes.line}>
        <BehindNumber evidence={evidence} />
        <Threshold
          threshold={figure(evidence.threshold, measure) ?? ''}
          origin={evidence.origin}
        />
        <ClaimsButton claims={evidence.claims} />
      </div>
    </li>
  );
}
