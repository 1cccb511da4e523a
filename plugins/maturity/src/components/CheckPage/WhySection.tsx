import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check } from '../../api';
import { useText } from '../../hooks/useText';
import { ClaimList } from '../checks/ClaimList';
import { Section } from '../frame';
import { Facts } from './Facts';

const useStyles = makeStyles(
  theme => ({
    word: {
      fontSize: '0.875rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
    },
  }),
  { name: 'MaturityWhySection' },
);

/** Where the check comes from, and which of the article's claims it embodies. */
export function WhySection(props: { check: Check }) {
  const { check } = props;
  const t = useText();
  const classes = useStyles();
  if (!check.source && check.claims.length === 0) return null;
  return (
    <Section title={t('checks.why.title')}>
      <Facts facts={[{ word: t('checks.why.source'), text: check.source }]} />
      {check.claims.length > 0 && (
        <>
          <Typography component="h3" className={classes.word}>
            {t('checks.why.claims')}
          </Typography>
          <ClaimList claims={check.claims} />
        </>
      )}
    </Section>
  );
}
