import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { useServiceLink } from '../../filters';
import { useText } from '../../hooks/useText';
import { useScorecard } from '../EntityContent';
import { Failure, Skeletons } from '../frame';
import { CardFaults } from './CardFaults';
import { CardSummary } from './CardSummary';

/** The card on an entity's overview: three ladders, the stage, the one next thing. */
export function EntityCard() {
  const { entity } = useEntity();
  const t = useText();
  const link = useServiceLink();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, notScored, reload } = useScorecard(entityRef);
  return (
    <EntityInfoCard
      title={t('entity.card.title')}
      footerActions={<Link to={link(entityRef)}>{t('entity.card.more')}</Link>}
    >
      <CardFaults entity={entity} />
      {error && notScored && (
        <Typography variant="body2">{t('entity.notScored.text')}</Typography>
      )}
      {error && !notScored && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[24, 24, 24]} />}
      {value && !notScored && <CardSummary {...value} />}
    </EntityInfoCard>
  );
}
