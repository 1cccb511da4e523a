/** Texts of the guidance for a catalog that says little yet. */
export const firstRunMessages = {
  title: 'Where to begin',
  lead: 'Your catalog says little about how your services are built and run, so most checks are unknown. That is neither good nor bad: it is where everybody begins.',
  known: {
    title: 'Known already',
    note_one:
      'Nobody had to declare this. It is what the catalog tells about your {{count}} service in production.',
    note_other:
      'Nobody had to declare this. It is what the catalog tells about your {{count}} services in production.',
    pass_one: '{{count}} passes',
    pass_other: '{{count}} pass',
    fail_one: '{{count}} fails',
    fail_other: '{{count}} fail',
  },
  facts: {
    title_one: 'The fact that unlocks most',
    title_other: 'The {{count}} facts that unlock most',
    note: 'Put these lines into the catalog-info.yaml of each service, with values of its own. Start with one service: its scorecard changes within a minute.',
    answers_one: 'Answers {{count}} check:',
    answers_other: 'Answers {{count}} checks:',
    lines: 'Lines for {{key}}',
  },
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This could not be copied; select the text instead',
  docs: {
    all: 'All annotations',
    scoring: 'How scores come about',
  },
} as const;
