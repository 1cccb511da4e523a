import useMediaQuery from '@material-ui/core/useMediaQuery';

/** Whether the person asked the system for less motion. */
export function useReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
