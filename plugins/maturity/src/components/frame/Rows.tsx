import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 3),
      padding: theme.spacing(0.75, 0),
      overflowWrap: 'anywhere',
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
    },
  }),
  { name: 'MaturityRows' },
);

/** A list in lines, what a line is about at its start and the facts at its end. */
export function Rows(props: {
  label?: string;
  children: readonly { key: string; content: ReactNode }[];
}) {
  const { label, children } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {children.map(({ key, content }) => (
        <li key={key} className={classes.item}>
          {content}
        </li>
      ))}
    </ul>
  );
}
