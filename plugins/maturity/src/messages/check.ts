/** Texts about one check and its result. */
export const checkMessages = {
  remedy: 'How to fix it',
  tell: 'Tell us',
  inherited: 'inherited from {{from}}',
  evidence: 'Evidence',
  value: '{{source}}: {{value}}',
  why: 'Why',
  more: 'What "{{check}}" asks',
  asks: 'What it asks',
  passes: 'Passes when',
  source: 'Where it comes from',
  weight: 'Weight {{weight}}',
  level: 'Level {{level}}',
} as const;
