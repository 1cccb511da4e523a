import type {
  AdviceAnswer,
  Definitions,
} from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { adviceRouteRef } from '../../routes';
import { summarySentence } from '../AdvicePage';
import { Prose, Section } from '../frame';

const useStyles = makeStyles(
  theme => ({
    summary: {
      fontSize: '1.375rem',
      lineHeight: 1.4,
      maxInlineSize: '60ch',
      marginBlockEnd: theme.spacing(1),
    },
    list: {
      margin: theme.spacing(1, 0, 0),
      paddingInlineStart: theme.spacing(2.5),
      '& > li': { marginBlockEnd: theme.spacing(0.5), maxInlineSize: '75ch' },
    },
    count: { whiteSpace: 'nowrap' },
    more: { marginBlockStart: theme.spacing(2) },
    do: {
      fontSize: '1rem',
      fontWeight: 600,
      marginBlockStart: theme.spacing(2),
    },
  }),
  { name: 'MaturityAdviceLead' },
);

/** One sentence of advice, and what to do next with a way to the services concerned. */
export function AdviceLead(props: {
  answer: AdviceAnswer | undefined;
  definitions: Definitions;
}) {
  const { answer, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const adviceHref = useRouteRef(adviceRouteRef);
  const actions = answer?.advice.nextActions ?? [];
  return (
    <Section title={t('overview.advice.title')}>
      {answer ? (
        <>
          <Typography className={classes.summary}>
            {summarySentence(t, { advice: answer.advice, definitions })}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t(`overview.advice.confidence.${answer.advice.confidence}`)}{' '}
            {answer.restricted && t('advice.restricted')}
          </Typography>
        </>
      ) : (
        <Typography>{t('overview.advice.unavailable')}</Typography>
      )}
      {actions.length > 0 && (
        <>
          <Typography component="h3" className={classes.do}>
            {t('overview.advice.actions')}
          </Typography>
          <ol className={classes.list}>
            {actions.map(action => (
              <li key={`${action.id}-${action.check}`}>
                <Prose text={action.text} />{' '}
                {action.filter !== '' && action.count > 0 && (
                  <Link
                    to={href({ search: action.filter })}
                    underline="always"
                    className={classes.count}
                  >
                    {t('common.services', { count: action.count })}
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      <div className={classes.more}>
        <Link to={adviceHref()}>{t('overview.advice.more')}</Link>
      </div>
    </Section>
  );
}
