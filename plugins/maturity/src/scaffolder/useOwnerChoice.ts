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
  /** Whether the catalog lacks what stands in the field; not while it can still become a group. */
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
  const [isTyping, setTyping] = useState(false);
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
    isUnknown:
      Boolean(meant) &&
      !isKnown &&
      !busy &&
      !failed &&
      !(isTyping && offered.length > 0),
    type: text => {
      setTyping(true);
      setTyped(text);
    },
    choose: label => {
      setTyped(undefined);
      onChange(refOf(known, label));
    },
    leave: () => {
      setTyping(false);
      if (isKnown || typed?.trim() === '') setTyped(undefined);
    },
  };
}
