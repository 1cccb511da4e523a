import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { claimMessages } from '../../messages/claim';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr)',
      gap: theme.spacing(0.5, 1.5),
      margin: theme.spacing(0, 0, 1),
      fontSize: '0.875rem',
    },
    row: { display: 'contents' },
    number: {
      color: theme.palette.text.secondary,
      textAlign: 'end',
      fontVariantNumeric: 'tabular-nums',
    },
    text: { margin: 0 },
  }),
  { name: 'MaturityClaimList' },
);

/** What the article says, in our words, with the numbers of the claims. */
export function ClaimList(props: { claims: readonly number[] }) {
  const t = useText();
  const classes = useStyles();
  return (
    <>
      <dl className={classes.list}>
        {props.claims.map(number => {
          const key = `c${number}`;
          return (
            <div key={number} className={classes.row}>
              <dt className={classes.number}>{number}</dt>
              <dd className={classes.text}>
                {isClaim(key) ? t(`claim.${key}`) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      <Typography variant="caption" color="textSecondary">
        {t('advice.rule.claimNote')}
      </Typography>
    </>
  );
}

function isClaim(key: string): key is keyof typeof claimMessages {
  return Object.hasOwn(claimMessages, key);
}
