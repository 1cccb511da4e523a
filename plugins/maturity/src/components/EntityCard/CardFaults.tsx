import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { catalogFaults } from '../EntityContent';
import { Notice } from '../frame';

const useStyles = makeStyles(
  theme => ({ root: { marginBlockEnd: theme.spacing(2) } }),
  { name: 'MaturityCardFaults' },
);

/** That the catalog finds fault with the entity, and the first fault; the tab shows all of them. */
export function CardFaults(props: { entity: Entity }) {
  const [first, ...more] = catalogFaults(props.entity);
  const t = useText();
  const classes = useStyles();
  if (first === undefined) return null;
  return (
    <div className={classes.root}>
      <Notice
        severity="warning"
        title={t('entity.catalog.title', { count: more.length + 1 })}
      >
        {first.message}{' '}
        {more.length > 0 && t('entity.card.moreFaults', { count: more.length })}
      </Notice>
    </div>
  );
}
