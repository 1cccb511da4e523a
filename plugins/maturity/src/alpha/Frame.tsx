import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';

/** The margins that pages of the new frontend system have. */
export function Frame(props: { children: ReactNode }) {
  return <Container>{props.children}</Container>;
}
