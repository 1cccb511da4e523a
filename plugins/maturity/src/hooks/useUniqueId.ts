import { useState } from 'react';

let count = 0;

/** An id that no other element of the page has. React 17 has no `useId`. */
export function useUniqueId(prefix: string): string {
  const [id] = useState(() => {
    count += 1;
    return `maturity-${prefix}-${count}`;
  });
  return id;
}
