import type { Track } from './types';

const LEVELS = ['Bronze', 'Silver', 'Gold', 'Platinum'] as const;

/**
 * The three tracks, in the order in which organizations usually grow into them.
 *
 * @public
 */
export const BUILT_IN_TRACKS: readonly Track[] = [
  {
    id: 'devops',
    title: 'DevOps',
    purpose:
      'How changes get from a developer to users: often, safely and by the same team that runs them.',
    levels: LEVELS,
    builtIn: true,
  },
  {
    id: 'sre',
    title: 'SRE',
    purpose:
      'How the service stays reliable once it is live: targets, budgets and the practice of keeping them.',
    levels: LEVELS,
    builtIn: true,
  },
  {
    id: 'platform',
    title: 'Platform Engineering',
    purpose:
      'How far the team can build on shared tools and paved roads instead of its own.',
    levels: LEVELS,
    builtIn: true,
  },
];
