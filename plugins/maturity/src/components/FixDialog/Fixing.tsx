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
import { Action } from '../frame';
import { AppliedContext } from './AppliedContext';
import type { FixWish } from './FixRequest';

// Most visits only read, so the form, and the engine that knows the fixes, are loaded when they are asked for.
const OpenedFix = lazy(async () => ({
  default: (await import('./OpenedFix')).OpenedFix,
}));

/** The entity whose checks can be put right here; none on pages about checks as such. */
const FixedEntity = createContext<Entity | undefined>(undefined);

/** Offers fixes for the checks of an entity to everything below. */
export function Fixing(props: {
  entity: Entity;
  /** Looks again at what a fix has changed. */
  onApplied(): void;
  children: ReactNode;
}) {
  return (
    <FixedEntity.Provider value={props.entity}>
      <AppliedContext.Provider value={props.onApplied}>
        {props.children}
      </AppliedContext.Provider>
    </FixedEntity.Provider>
  );
}

function Opener(props: {
  entity: Entity;
  wish: FixWish;
  label: string;
  name?: string;
  icon: ReactNode;
}) {
  const { entity, wish, label, name, icon } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Action
        size="small"
        variant="outlined"
        startIcon={icon}
        aria-haspopup="dialog"
        aria-label={name}
        onClick={() => setOpen(true)}
      >
        {label}
      </Action>
      {isOpen && (
        <Suspense fallback={null}>
          <OpenedFix
            entity={entity}
            wish={wish}
            onClose={() => setOpen(false)}
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
      wish={{ is: 'fix', result, title }}
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
      wish={{ is: 'annotate' }}
      label={t('fix.annotate')}
      icon={<Edit fontSize="small" aria-hidden />}
    />
  ) : null;
}
