import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(120px, 176px) minmax(0, 1fr)',
      gap: theme.spacing(1, 3),
      margin: 0,
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr', rowGap: 0 },
    },
    row: { display: 'contents' },
    word: { color: theme.palette.text.secondary },
    text: {
      margin: 0,
      maxInlineSize: '75ch',
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: {
        marginBlockEnd: theme.spacing(1.5),
      },
    },
  }),
  { name: 'MaturityFacts' },
);

/** Words with what they mean; those without anything to say are left out. */
export function Facts(props: {
  facts: readonly { word: string; text: ReactNode }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.facts
        .filter(({ text }) => Boolean(text))
        .map(({ word, text }) => (
          <div key={word} className={classes.row}>
            <dt className={classes.word}>{word}</dt>
            <dd className={classes.text}>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
