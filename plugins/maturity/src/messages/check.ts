/** Texts about one check and its result. */
export const checkMessages = {
  remedy: 'How to fix it',
  tell: 'Tell us',
  inherited: 'inherited from {{from}}',
  evidence: 'Evidence',
  observed: 'seen {{when}}',
} as const;
