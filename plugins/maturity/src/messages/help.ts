/** Short answers to "what does this word mean". */
export const helpMessages = {
  open: 'What does "{{term}}" mean?',
  level: {
    term: 'Level',
    text: 'A level is earned when every check of it, and of the levels below, passes. Unknown counts as not yet. Filled rungs are earned, outlined ones can still be earned, and rungs that are missing are not asked of this service.',
  },
  coverage: {
    term: 'Coverage',
    text: 'The share of the checks, by weight, about which something is known. What is not covered is unknown, which is neither good nor bad.',
  },
  proven: {
    term: 'Proven',
    text: 'The share of what passes that rests on more than a claim: seen in files or telemetry, computed by the catalog, or linked to a known tool.',
  },
  target: {
    term: 'Target',
    text: 'How far it is worth going. The last stop is not everyone’s goal: a library or a small job is done earlier than a critical service.',
  },
  unknown: {
    term: 'Unknown',
    text: 'We found no evidence either way. Tell us where to look, and it becomes a pass or something to fix.',
  },
  stage: {
    term: 'Stage',
    text: 'A service grows from exploring to starting, then through DevOps and SRE to using the platform. Each stop needs the one before it.',
  },
  leverage: {
    term: 'Fixes that lift most',
    text: 'Open checks, ordered by what fixing them everywhere would gain: the weight of the check times the importance of each service in production that fails it.',
  },
  truth: {
    term: 'Truth bar',
    text: 'The weight of all checks of a track in one bar. Solid: passes and proven. Hatched: passes, but only declared. Dotted: unknown. Empty: fails.',
  },
  evidence: {
    term: 'Evidence',
    text: 'Four bars: observed in files or telemetry. Three: computed by the catalog. Two: linked to a known tool. One: only declared.',
  },
  goldenPath: {
    term: 'From the golden path',
    text: 'The check passes by a file that the golden path of this service has made and recorded in it: the platform brought the practice along. Files that others added, annotations and what the catalog knows are not counted, nor is it told who has edited the file since.',
  },
} as const;
