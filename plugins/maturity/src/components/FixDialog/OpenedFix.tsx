import {
  createEntityView,
  fixFor,
} from '@backstage-maturity/plugin-maturity-common';
import type { Entity } from '@backstage/catalog-model';
import { useState } from 'react';
import { parseDetails, reasonSentence } from '../checks/reasonSentence';
import { FixDialog } from './FixDialog';
import type { FixRequest, FixWish } from './FixRequest';

function requestOf(entity: Entity, wish: FixWish): FixRequest | undefined {
  if (wish.is === 'annotate') return wish;
  const { result, title } = wish;
  const details = parseDetails(result.details);
  const fix = fixFor(createEntityView(entity), { ...result, details });
  return fix && { is: 'fix', fix, title, reason: reasonSentence(result) };
}

/** The dialog for what was asked for when it was opened; nothing where there is nothing to fix. */
export function OpenedFix(props: {
  entity: Entity;
  wish: FixWish;
  onClose(): void;
}) {
  const { entity, wish, onClose } = props;
  // A sweep may change the result meanwhile, and what was typed must not be lost.
  const [request] = useState(() => requestOf(entity, wish));
  return request ? (
    <FixDialog entity={entity} request={request} onClose={onClose} />
  ) : null;
}
