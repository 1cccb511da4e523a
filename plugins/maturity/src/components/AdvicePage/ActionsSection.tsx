import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCheckHref, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Prose, Section } from '../frame';
import type { Advice } from './wire';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
      gap: theme.spacing(3, 4),
    },
    item: {
      display: 'grid',
      gridTemplateColumns: '32px minmax(0, 1fr)',
      gap: theme.spacing(1.5),
    },
    number: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      blockSize: '32px',
      borderRadius: '50%',
      border: `1.5px solid ${theme.palette.text.primary}`,
      fontWeight: 600,
    },
    text: { fontSize: '1rem', overflowWrap: 'anywhere' },
    links: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginBlockStart: theme.spacing(0.5),
      fontSize: '0.875rem',
    },
  }),
  { name: 'MaturityActionsSection' },
);

/** The three next actions, each with a way to the services that it concerns. */
export function ActionsSection(props: { actions: Advice['nextActions'] }) {
  const { actions } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const checkHref = useCheckHref();
  return (
    <Section title={t('advice.actions.title')}>
      {actions.length === 0 && (
        <Typography>{t('advice.actions.none')}</Typography>
      )}
      <ol className={classes.list}>
        {actions.map(({ id, check, count, filter, text }, index) => (
          <li key={`${id}-${check}`} className={classes.item}>
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <div>
              <Typography className={classes.text}>
                <Prose text={text} />
              </Typography>
              <div className={classes.links}>
                {filter !== '' && count > 0 && (
                  <Link to={href({ search: filter })}>
                    {t('common.services', { count })}
                  </Link>
                )}
                {check !== null && (
                  <Link to={checkHref(check)}>{t('advice.actions.check')}</Link>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
