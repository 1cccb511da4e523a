import { createContext } from 'react';

/** What a page does once a change was made; undefined where it does nothing. */
export const AppliedContext = createContext<(() => void) | undefined>(
  undefined,
);
