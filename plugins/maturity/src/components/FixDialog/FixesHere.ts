import { createContext, type RefObject } from 'react';
import type { FixWish } from './FixRequest';

/** A page on which the checks of an entity can be put right. */
export interface Fixes {
  /** Opens the dialog for a wish; `button` is what asked for it. */
  open(wish: FixWish, button: Element): void;
  /** The button that is always on the page. */
  home: RefObject<HTMLButtonElement>;
}

/** Undefined on pages about checks as such. */
export const FixesHere = createContext<Fixes | undefined>(undefined);
