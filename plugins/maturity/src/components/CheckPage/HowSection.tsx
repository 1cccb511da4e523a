import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check } from '../../api';
import { useText } from '../../hooks/useText';
import { Prose, Section } from '../frame';
import { Facts } from './Facts';

const useStyles = makeStyles(
  theme => ({
    remedy: {
      fontSize: '1.125rem',
      maxInlineSize: '65ch',
      marginBlockEnd: theme.spacing(2),
    },
  }),
  { name: 'MaturityHowSection' },
);

/** What to do, which keys are read, and what counts as seen in a repository. */
export function HowSection(props: { check: Check }) {
  const { check } = props;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('checks.how.title')}>
      <Typography className={classes.remedy}>
        <Prose text={check.remedy} />
      </Typography>
      <Facts
        facts={[
          {
            word: t('checks.how.reads'),
            text: check.decides && <Prose text={check.decides} />,
          },
          {
            word: t('checks.how.observed'),
            text: check.observed && <Prose text={check.observed} />,
          },
        ]}
      />
    </Section>
  );
}
