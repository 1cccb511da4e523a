/** Texts of the dialogs that put a check right and that annotate an entity. */
export const fixMessages = {
  open: 'Fix this',
  openFor: 'Fix this: {{title}}',
  annotate: 'Annotate',
  title: 'Fix: {{title}}',
  annotateTitle: 'Annotate {{name}}',
  close: 'Close',
  reason: 'Now',
  discard: {
    title: 'Discard what you entered?',
    text: 'Nothing was changed yet. What you entered is lost when you close this.',
    keep: 'Keep editing',
    discard: 'Discard',
  },
  form: {
    title: 'What is missing',
    titleAll: 'What it says about itself',
    all: 'Give a value for each.',
    one: 'One of these is enough.',
    annotate:
      'Values that are known already are filled in. Empty a value to remove it.',
    find: 'Find an annotation',
    none: 'No annotation matches “{{text}}”.',
    more: 'Type above to find one of {{more}} more annotations.',
    of: 'of {{entity}}',
    example: 'For example {{example}}',
    choose: 'Choose',
    expected: '“{{found}}” is not possible; expected {{expected}}.',
    empty: 'Expected {{expected}}.',
    repair: 'Use “{{value}}”',
    suggestion: 'Likely: use “{{value}}”',
    options: 'What the catalog has could not be read; type the reference.',
    notInCatalog_one:
      'The catalog has no “{{refs}}”, so the check would still fail.',
    notInCatalog_other: 'The catalog has none of these: {{refs}}.',
    several: 'Several are possible, with commas between them.',
  },
  tier: {
    '1': '1: customers or revenue stop at once',
    '2': '2: a main feature fails',
    '3': '3: people can work around it',
    '4': '4: nobody notices for a day',
  },
  exact: {
    title: 'What is known',
    text: 'There is no doubt about this fix, so there is nothing to fill in.',
  },
  advice: {
    title: 'What to do',
    text: 'This check comes from your own rules. The portal does not know what it reads, so only its advice is known:',
  },
  changes: {
    title: 'What changes',
    none: 'Nothing yet. Every change is shown here before anything happens.',
    waiting: 'The changes are shown here once every value can be used.',
    entity: 'Changes of {{entity}}',
    set: '{{path}}: {{after}}',
    replaced: '{{path}}: {{before}} becomes {{after}}',
    removed: '{{path}} is removed; it was {{before}}',
    jump: 'Show what changes',
    diff: 'Difference',
    about:
      'This shows only the parts that change, written from what the catalog knows. In the file, comments, order and everything else stay as they are.',
    aboutOther:
      'The values that this entity has now were not read here, so only the new ones are shown.',
    refused: 'This cannot be written',
    stillFails: 'With this, the check would still not pass',
    allTheSame:
      'The change can be made all the same, for instance as one step of several.',
    lines: 'Lines to put in by hand',
    linesAbout:
      'Merge these lines into the entity in its catalog file; they are not the whole file.',
  },
  run: {
    apply: {
      local: 'Apply the change',
      github: 'Open a pull request',
      gitlab: 'Open a merge request',
    },
    applyHelp: {
      local:
        'It becomes a commit in the service’s repository, which this portal keeps.',
      github: 'Nothing changes until somebody merges it.',
      gitlab: 'Nothing changes until somebody merges it.',
    },
    log: 'What it did so far',
    starting: 'Starting',
    running: 'The change is being made',
    applied: {
      local: 'The change is made',
      github: 'The pull request is open',
      gitlab: 'The merge request is open',
    },
    appliedHelp: {
      local:
        'It is a commit of the service. The catalog reads it within seconds.',
      github: 'The score follows once it is merged.',
      gitlab: 'The score follows once it is merged.',
    },
    held: 'The file says so already',
    heldHelp:
      'Nothing was changed. Somebody has made this change, and the catalog has not read it yet.',
    failed: 'The change was not made',
    cancelled: 'Somebody cancelled it.',
    retry: 'Back',
    template: 'Review in the form',
    templateHelp:
      'The portal does not know a repository for its file. If you do, name it in the form, which opens with these values; nothing is changed before you run it.',
    noTemplate:
      'This portal has no template that changes catalog files for you. Copy or download the lines instead.',
    unsuited:
      'The template cannot make this change. Copy or download the lines instead.',
    download: 'Download',
  },
} as const;
