import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(88px, 1fr))',
      gap: theme.spacing(1, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    link: { display: 'block', color: theme.palette.text.primary },
    number: {
      display: 'block',
      fontSize: '1.25rem',
      fontWeight: 600,
      lineHeight: 1.3,
    },
    word: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  }),
  { name: 'MaturityFigures' },
);

/** A number with its word, and the list behind it. */
export interface Figure {
  number: number;
  word: string;
  href: string;
}

/** Numbers side by side, each a way to what it counts. */
export function Figures(props: { figures: readonly Figure[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {props.figures.map(({ number, word, href }) => (
        <li key={word}>
          <Link to={href} className={classes.link}>
            <span className={classes.number}>{number}</span>{' '}
            <span className={classes.word}>{word}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
