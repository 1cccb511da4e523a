/** Texts in the forms and on the result pages of software templates. */
export const scaffolderMessages = {
  name: {
    label: 'Name',
    short: 'Give at least {{least}} characters.',
    long: 'Give at most {{most}} characters; there are {{length}}.',
    form: 'Use lower-case letters, digits and single dashes, beginning with a letter.',
    reserved: '“{{name}}” is a name that some systems keep for devices.',
    checking: 'Checking whether “{{name}}” is free',
    free: '“{{name}}” is free',
    taken: '“{{name}}” is taken in the catalog.',
    open: 'Open it',
    unchecked:
      'Whether “{{name}}” is free could not be checked. You can go on; an existing service is never overwritten.',
  },
  result: {
    title: 'Where it stands',
    titleOf: 'Where {{name}} stands',
    lead: 'Scored from the files that were just written. The catalog shows the same once it has read them.',
    next: 'What is left for {{level}}',
    nextLevel: 'level {{level}}',
    done: 'Nothing is left on this track.',
    score: '{{score}}% passed',
    open: 'Open {{name}}',
    scorecard: 'Scorecard',
  },
} as const;
