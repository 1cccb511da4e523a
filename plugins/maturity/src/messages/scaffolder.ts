/** Texts in the forms and on the result pages of software templates. */
export const scaffolderMessages = {
  name: {
    label: 'Name',
    short: 'Give at least {{least}} characters.',
    long: 'Give at most {{most}} characters; there are {{length}}.',
    form: 'Use lower-case letters, digits and single dashes, beginning with a letter.',
    reserved: '“{{name}}” is a name that some systems keep for devices.',
    checking: 'Checking whether “{{name}}” is free',
    freeWhere: {
      free: '“{{name}}” is free, in the catalog and among the services of this portal. On GitHub or GitLab it is checked where you name the repository.',
      elsewhere:
        '“{{name}}” is free in the catalog. Its repository is checked where you name it.',
      unchecked:
        '“{{name}}” is free in the catalog. Where it goes is checked when it is published.',
    },
    taken: '“{{name}}” is taken in the catalog.',
    occupied:
      '“{{name}}” is taken: this portal has a folder for a service of that name.',
    open: 'Open it',
    unchecked:
      'Whether “{{name}}” is free could not be checked. You can go on; an existing service is never overwritten.',
  },
  tier: {
    label: 'Tier',
    name: 'Tier {{tier}}',
    meaning: {
      '1': 'Customers or revenue stop at once.',
      '2': 'A main feature fails.',
      '3': 'People can work around it.',
      '4': 'Nobody notices for a day.',
    },
    available: 'available',
    budget_one: 'Error budget: {{minutes}} minute in {{days}} days',
    budget_other: 'Error budget: {{minutes}} minutes in {{days}} days',
    latency: '{{objective}}% of answers within {{bound}}',
    other: '{{indicator}} {{objective}}% in {{days}} days',
  },
  owner: {
    label: 'Owner',
    yours: 'your group',
    noMatch: 'No group has “{{text}}” in its title or name.',
    missing: 'The catalog has no group “{{entityRef}}”.',
    empty: 'The catalog has no groups that you can see.',
    failed:
      'The groups of the catalog could not be read. You can go on with the reference of a group, such as group:default/payments.',
    again: 'Try again',
    open: 'Show the groups',
    close: 'Hide the groups',
    clear: 'Clear',
  },
  repository: {
    label: 'Repository',
    on: 'On {{host}}',
    host: 'Host',
    owner: {
      github: 'Organization or user',
      gitlab: 'Group',
      other: 'Organization, user or group',
    },
    name: 'Name of the repository',
    fault: {
      owner:
        'Give one organization or user: at most 100 letters, digits, dots, underscores and dashes.',
      groups:
        'Give a group, or groups with slashes between them: each at most 100 letters, digits, dots, underscores and dashes.',
      name: 'Use at most 100 letters, digits, dots, underscores and dashes for the name.',
    },
    new: {
      checking: 'Checking whether “{{repository}}” is free',
      free: '“{{repository}}” is free, as far as this portal can see.',
      exists: '“{{repository}}” exists already.',
      unchecked:
        'Whether “{{repository}}” is free could not be checked. You can go on; an existing repository is never overwritten.',
    },
    existing: {
      checking: 'Looking for “{{repository}}”',
      free: 'There is no “{{repository}}”, as far as this portal can see.',
      exists: '“{{repository}}” is there.',
      unchecked:
        'Whether “{{repository}}” is there could not be checked. You can go on; nothing is changed unless it can be read.',
    },
    open: 'Open it',
  },
  result: {
    titleOf: 'Where {{name}} stands',
    lead: 'Scored from the files that were just written. The catalog shows the same once it has read them.',
    next: 'What is left for {{level}}',
    nextLevel: 'level {{level}}',
    done: 'Nothing is left on this track.',
    score: '{{score}}% passed',
    scorecard: 'Open its scorecard',
  },
} as const;
