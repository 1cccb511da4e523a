/** Texts about one check and its result. */
export const checkMessages = {
  forTeams: 'its team can say it once for all its services',
  remedy: 'How to fix it',
  tell: 'Tell us',
  inherited: 'inherited from {{from}}',
  evidence: 'Evidence',
  observed: 'seen {{when}}',
} as const;
