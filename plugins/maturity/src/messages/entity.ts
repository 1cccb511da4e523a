/** Texts of the entity's tab and card. */
export const entityMessages = {
  stage: { title: 'Stage' },
  ownerOnCall: 'Owner and on-call agree: {{owner}}',
  objectives: {
    title: 'Error budgets',
    lead: 'What its objectives let go wrong. How much of it is used up is not measured here.',
    availability: '{{objective}}% available over {{days}} days',
    bounded:
      '{{indicator}} within {{bound}}: {{objective}}% over {{days}} days',
    other: '{{indicator}}: {{objective}}% over {{days}} days',
  },
  catalog: {
    title_one: 'The catalog found a fault in this entry',
    title_other: 'The catalog found {{count}} faults in this entry',
    text: 'Until it is repaired, you may see the score of an older version of the file.',
    unread: 'Checks cannot use these values until they are repaired.',
  },
  outOfOrder:
    'Reliability work is resting on manual delivery here: DevOps comes first.',
  tracks: {
    title: 'Tracks',
    toNext_one: '{{count}} check to {{level}}',
    toNext_other: '{{count}} checks to {{level}}',
    done: 'Everything that is asked is done.',
    notApplicable: 'This track does not apply to this service.',
    score: 'Score',
    coverage: 'Coverage',
    proven: 'Proven',
  },
  next: {
    title: 'What blocks the next level',
    nothing: 'Nothing is open. You have reached every level that is asked.',
  },
  checks: {
    title: 'All checks',
    level: 'Level {{level}}: {{name}}',
    open_one: '{{count}} open',
    open_other: '{{count}} open',
    allPassed: 'all pass',
    brought_one:
      '{{brought}} of {{count}} check that passes came with its golden path.',
    brought_other:
      '{{brought}} of {{count}} checks that pass came with its golden path.',
    broughtBy_one:
      '{{brought}} of {{count}} check that passes came with its golden path, {{template}}.',
    broughtBy_other:
      '{{brought}} of {{count}} checks that pass came with its golden path, {{template}}.',
    showPassed_one: 'Show {{count}} that passes',
    showPassed_other: 'Show {{count}} that pass',
    hidePassed: 'Hide those that pass',
    showNotApplicable_one: 'Show {{count}} check that does not apply',
    showNotApplicable_other: 'Show {{count}} checks that do not apply',
    hideNotApplicable: 'Hide checks that do not apply',
  },
  evaluated: {
    line: 'Evaluated {{when}}.',
    refresh: 'Evaluate again',
    refreshing: 'Reading the entity again and evaluating',
    moved: 'The catalog read the entity again; this is its new score.',
    unchanged:
      'The catalog had nothing new; evaluated again with what it knows.',
    unavailable:
      'The catalog could not be asked to read the entity again; evaluated with what it knew before.',
    done: 'Evaluated again.',
    failed:
      'Evaluating again did not work. The scorecard below is the one from before.',
  },
  notScored: {
    title: 'No scorecard yet',
    text: 'This service has not been read yet, or it is new. It is usually evaluated within a minute; this page looks again by itself.',
  },
  notAvailable: {
    title: 'No scorecard here',
    text: 'Scorecards exist for components. This entity is a {{kind}}.',
  },
  card: {
    title: 'Maturity',
    next: 'Do next',
    nothing: 'Nothing is open.',
    more: 'See all checks',
    moreFaults_one: 'And {{count}} more.',
    moreFaults_other: 'And {{count}} more.',
  },
} as const;
