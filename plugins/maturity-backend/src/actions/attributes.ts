/** Attributes of an action that only reads. All three are given: what is left out counts as dangerous. */
export const READ_ONLY = {
  readOnly: true,
  idempotent: true,
  destructive: false,
} as const;
