import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';

/**
 * The main part of a page, with the margins that pages of the new frontend system have. The page around
 * it has no such landmark, other than that of the legacy system.
 */
export function Frame(props: { children: ReactNode }) {
  return (
    <main>
      <Container>{props.children}</Container>
    </main>
  );
}
