import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { Notice } from '../frame';
import { catalogFaults } from './catalogFaults';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, paddingInlineStart: theme.spacing(2.5) },
  }),
  { name: 'MaturityCatalogNotice' },
);

/** What the catalog says is wrong with the entity's entry, since the score rests on it. */
export function CatalogNotice(props: { entity: Entity }) {
  const faults = catalogFaults(props.entity);
  const t = useText();
  const classes = useStyles();
  if (faults.length === 0) return null;
  return (
    <Notice
      severity="warning"
      title={t('entity.catalog.title', { count: faults.length })}
    >
      <ul className={classes.list}>
        {faults.map(({ message }, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
      {t(
        faults.some(({ level }) => level === 'error')
          ? 'entity.catalog.text'
          : 'entity.catalog.unread',
      )}
    </Notice>
  );
}
