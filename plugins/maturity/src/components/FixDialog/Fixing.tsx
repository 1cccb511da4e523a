import type { Entity } from '@backstage/catalog-model';
import {
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { AppliedContext } from './AppliedContext';
import { FixesHere } from './FixesHere';
import type { FixWish } from './FixRequest';

// Most visits only read, so the form, and the engine that knows the fixes, are loaded when they are asked for.
const OpenedFix = lazy(async () => ({
  default: (await import('./OpenedFix')).OpenedFix,
}));

/**
 * Offers fixes for the checks of an entity to everything below. The dialog stands here and not beside
 * its button: a check that passes by now leaves the page, and must not take the dialog along.
 */
export function Fixing(props: {
  entity: Entity;
  /** Looks again at what a fix has changed. */
  onApplied(): void;
  children: ReactNode;
}) {
  const { entity, onApplied, children } = props;
  const [wish, setWish] = useState<FixWish>();
  const opener = useRef<Element | null>(null);
  const home = useRef<HTMLButtonElement>(null);
  const open = useCallback((next: FixWish, button: Element) => {
    opener.current = button;
    setWish(next);
  }, []);
  useEffect(() => {
    // The dialog gives the focus back to its button, which may have left the page meanwhile.
    if (!wish && opener.current?.isConnected === false) home.current?.focus();
  }, [wish]);
  const fixes = useMemo(() => ({ open, home }), [open]);
  return (
    <FixesHere.Provider value={fixes}>
      <AppliedContext.Provider value={onApplied}>
        {children}
        {wish && (
          <Suspense fallback={null}>
            <OpenedFix
              key={wish.is === 'fix' ? wish.result.check : wish.is}
              entity={entity}
              wish={wish}
              onClose={() => setWish(undefined)}
            />
          </Suspense>
        )}
      </AppliedContext.Provider>
    </FixesHere.Provider>
  );
}
