import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useAsyncEntity, useEntity } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import useMountedState from 'react-use/esm/useMountedState';
import { useText } from '../../hooks/useText';
import { isMaturityAvailable } from '../../isMaturityAvailable';
import { Body, Failure, Notice, Skeletons } from '../frame';
import { CatalogNotice } from './CatalogNotice';
import { ScorecardView } from './ScorecardView';
import { type ScorecardData, useScorecard } from './useScorecard';

/** The maturity tab of an entity's page. */
export function EntityContent() {
  const { entity } = useEntity();
  const t = useText();
  return (
    <Body>
      {isMaturityAvailable(entity) ? (
        <>
          <CatalogNotice entity={entity} />
          {/* What was opened, typed or begun for one entity ends with it. */}
          <ScorecardOf key={stringifyEntityRef(entity)} entity={entity} />
        </>
      ) : (
        <Notice severity="info" title={t('entity.notAvailable.title')}>
          {t('entity.notAvailable.text', { kind: entity.kind })}
        </Notice>
      )}
    </Body>
  );
}

function ScorecardOf(props: { entity: Entity }) {
  const entityRef = stringifyEntityRef(props.entity);
  const t = useText();
  const { value, error, notScored, reload, replace } = useScorecard(entityRef);
  // Forms are filled with what the catalog says, which may have changed with the score.
  const { refresh: reloadEntity } = useAsyncEntity();
  const isMounted = useMountedState();
  const renew = useCallback(
    (data: ScorecardData) => {
      replace(data);
      // By now another entity may be shown.
      if (isMounted()) reloadEntity?.();
    },
    [replace, isMounted, reloadEntity],
  );
  return (
    <>
      {error && notScored && (
        <Notice
          severity="info"
          role="status"
          title={t('entity.notScored.title')}
        >
          {t('entity.notScored.text')}
        </Notice>
      )}
      {error && !notScored && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[96, 180, 280, 320]} />}
      {value && !notScored && (
        <ScorecardView entity={props.entity} data={value} onRefreshed={renew} />
      )}
    </>
  );
}
