import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { Result } from '../../api';
import { useText } from '../../hooks/useText';
import { VerdictMark } from '../visual';
import { ownerOnCall } from './ownerOnCall';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      maxInlineSize: '100%',
      marginBlockStart: theme.spacing(2),
      padding: theme.spacing(0.25, 1.25, 0.25, 0.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 16,
      fontSize: '0.875rem',
    },
    mark: { display: 'inline-flex', flex: 'none' },
    text: { minInlineSize: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityOwnerBadge' },
);

/** Says that those who change the service are those who are called; nothing where they are not. */
export function OwnerBadge(props: { results: readonly Result[] }) {
  const owner = ownerOnCall(props.results);
  const t = useText();
  const classes = useStyles();
  if (owner === undefined) return null;
  return (
    <div>
      <div className={classes.root}>
        <span className={classes.mark} aria-hidden>
          <VerdictMark status="pass" size={18} />
        </span>
        <span className={classes.text}>
          {t('entity.ownerOnCall', {
            owner: <EntityRefLink entityRef={owner} hideIcon />,
          })}
        </span>
      </div>
    </div>
  );
}
