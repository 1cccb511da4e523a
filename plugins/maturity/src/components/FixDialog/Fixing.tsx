import {
  createEntityView,
  fixFor,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import Build from '@material-ui/icons/BuildOutlined';
import Edit from '@material-ui/icons/EditOutlined';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useState,
} from 'react';
import type { Result } from '../../api';
import { useText } from '../../hooks/useText';
import { parseDetails } from '../checks/reasonSentence';
import { Action } from '../frame';
import type { FixRequest } from './FixRequest';

// Most visits only read, so the form is loaded when it is asked for.
const FixDialog = lazy(async () => ({
  default: (await import('./FixDialog')).FixDialog,
}));

/** The entity whose checks can be put right here; none on pages about checks as such. */
const FixedEntity = createContext<Entity | undefined>(undefined);

/** Offers fixes for the checks of an entity to everything below. */
export function Fixing(props: { entity: Entity; children: ReactNode }) {
  return (
    <FixedEntity.Provider value={props.entity}>
      {props.children}
    </FixedEntity.Provider>
  );
}

function Opener(props: {
  entity: Entity;
  request(): FixRequest | undefined;
  label: string;
  name?: string;
  icon: ReactNode;
}) {
  const { entity, request, label, name, icon } = props;
  const [opened, setOpened] = useState<FixRequest>();
  return (
    <>
      <Action
        size="small"
        variant="outlined"
        startIcon={icon}
        aria-haspopup="dialog"
        aria-label={name}
        onClick={() => setOpened(request())}
      >
        {label}
      </Action>
      {opened && (
        <Suspense fallback={null}>
          <FixDialog
            entity={entity}
            request={opened}
            onClose={() => setOpened(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Opens the fix of a check that fails or is unknown; nothing for any other, or without an entity. */
export function FixButton(props: { result: Result; title: string }) {
  const { result, title } = props;
  const entity = useContext(FixedEntity);
  const t = useText();
  if (!entity || (result.status !== 'fail' && result.status !== 'unknown')) {
    return null;
  }
  return (
    <Opener
      entity={entity}
      request={() => {
        const fix = fixFor(createEntityView(entity), {
          ...result,
          details: parseDetails(result.details),
        });
        return fix && { is: 'fix', fix, title };
      }}
      label={t('fix.open')}
      name={t('fix.openFor', { title })}
      icon={<Build fontSize="small" aria-hidden />}
    />
  );
}

/** Opens the form of everything that can be said about the entity; nothing without one. */
export function AnnotateButton() {
  const entity = useContext(FixedEntity);
  const t = useText();
  return entity ? (
    <Opener
      entity={entity}
      request={() => ({ is: 'annotate' })}
      label={t('fix.annotate')}
      icon={<Edit fontSize="small" aria-hidden />}
    />
  ) : null;
}
