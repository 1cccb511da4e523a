import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCheckHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Prose } from '../frame';
import { annotationSnippet } from './annotationSnippet';
import type { MissingFact } from './missingFacts';
import { Snippet } from './Snippet';

const useStyles = makeStyles(
  theme => ({
    item: { '& + &': { marginBlockStart: theme.spacing(3) } },
    meaning: { fontWeight: 600, overflowWrap: 'anywhere' },
    answers: { margin: theme.spacing(0.5, 0, 1) },
  }),
  { name: 'MaturityFactItem' },
);

/** A fact that is missing: what it says, which checks it answers, and the lines that declare it. */
export function FactItem(props: { fact: MissingFact }) {
  const { own, checks } = props.fact;
  const t = useText();
  const classes = useStyles();
  const checkHref = useCheckHref();
  return (
    <li className={classes.item}>
      <Typography component="h4" className={classes.meaning}>
        <Prose text={own.meaning} />
      </Typography>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.answers}
      >
        {t('firstRun.facts.answers', { count: checks.length })}{' '}
        {checks.map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && ' · '}
            <Link to={checkHref(id)} underline="always">
              {title}
            </Link>
          </span>
        ))}
      </Typography>
      <Snippet
        text={annotationSnippet([own])}
        label={t('firstRun.facts.lines', { key: own.key })}
      />
    </li>
  );
}
