import { useEffect, useRef, useState } from 'react';
import { fullRef } from '../catalog/fullRef';
import { matching, type OwnerOption, refOf } from './ownerOptions';
import { type Owners, useOwners } from './useOwners';

/** What stands in the field of owners, and what can be done to it. */
export interface OwnerChoice {
  owners: Owners;
  /** What the field shows. */
  text: string;
  /** What the list offers for it. */
  offered: readonly OwnerOption[];
  /** The reference in the form; empty for none. */
  entityRef: string;
  /** Whether the catalog lacks what stands in the field. */
  isUnknown: boolean;
  type(text: string): void;
  choose(label: string): void;
  leave(): void;
}

/** Keeps the text of the field and the reference of the form together; begins with the user's own group. */
export function useOwnerChoice(options: {
  value: string | undefined;
  disabled: boolean;
  onChange(value: string | undefined): void;
}): OwnerChoice {
  const { value, disabled, onChange } = options;
  const entityRef = value ? fullRef(value, 'group') ?? value : '';
  const [typed, setTyped] = useState<string>();
  const owners = useOwners({ typed: typed ?? '', given: entityRef });
  const { options: known, own, busy, failed } = owners;

  const first = own?.at(0)?.entityRef;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (own === undefined || hasBegun.current) return;
    hasBegun.current = true;
    // Who was quicker than the catalog has chosen already.
    if (first && !value && typed === undefined && !disabled) onChange(first);
  }, [own, first, value, typed, disabled, onChange]);

  // A title that is typed can become known after it was typed.
  const meant =
    typed === undefined ? entityRef || undefined : refOf(known, typed);
  useEffect(() => {
    if (meant !== value) onChange(meant);
  }, [meant, value, onChange]);

  const chosen = known.find(option => option.entityRef === entityRef);
  const offered = matching(known, typed ?? '');
  const isKnown = known.some(option => option.entityRef === meant);
  return {
    owners,
    text: typed ?? chosen?.label ?? entityRef,
    offered,
    entityRef: meant ?? '',
    isUnknown: Boolean(meant) && !isKnown && !busy && !failed,
    type: setTyped,
    choose: label => {
      setTyped(undefined);
      onChange(refOf(known, label));
    },
    leave: () => {
      if (isKnown || typed?.trim() === '') setTyped(undefined);
    },
  };
}
