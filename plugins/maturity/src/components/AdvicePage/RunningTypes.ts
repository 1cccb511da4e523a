import { createContext, useContext } from 'react';

/** Types of what runs; undefined where every type does. */
export const RunningTypes = createContext<readonly string[] | undefined>(
  undefined,
);

export function useRunningTypes(): readonly string[] | undefined {
  return useContext(RunningTypes);
}
