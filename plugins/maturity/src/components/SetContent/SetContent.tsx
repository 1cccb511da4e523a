import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useText } from '../../hooks/useText';
import { Body, errorStatus, Failure, Notice, Skeletons } from '../frame';
import { SetView } from './SetView';
import { type SetKind, setKindOf } from './setFilter';
import { useSet } from './useSet';

/** The maturity tab of a group, system or domain. */
export function SetContent() {
  const { entity } = useEntity();
  const t = useText();
  const kind = setKindOf(entity.kind);
  return (
    <Body>
      {kind ? (
        <SetOf entityRef={stringifyEntityRef(entity)} kind={kind} />
      ) : (
        <Notice severity="info" title={t('set.notAvailable.title')}>
          {t('set.notAvailable.text', { kind: entity.kind })}
        </Notice>
      )}
    </Body>
  );
}

function SetOf(props: { entityRef: string; kind: SetKind }) {
  const { entityRef, kind } = props;
  const t = useText();
  const { value, error, busy, reload, turn } = useSet(entityRef);
  const missing = error !== undefined && errorStatus(error) === 'not-found';
  const empty =
    missing || (value !== undefined && value.detail.item.rollUp.total === 0);
  if (empty) {
    return (
      <Notice severity="info" role="status" title={t('set.empty.title')}>
        {t('set.empty.text')}
      </Notice>
    );
  }
  return (
    <>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[260, 160, 320]} />}
      {value && <SetView data={value} kind={kind} busy={busy} onTurn={turn} />}
    </>
  );
}
