/** Texts about one check and its result. */
export const checkMessages = {
  forTeams: 'its team can say it once for all its services',
  remedy: 'How to fix it',
  tell: 'Tell us',
  inherited: 'inherited from {{from}}',
  evidence: 'Evidence',
  goldenPath: 'from the golden path',
  goldenPathText:
    'It passes by a file that the golden path of this service has made.',
  observed: 'seen {{when}}',
} as const;
