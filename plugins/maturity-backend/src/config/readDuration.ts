import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonValue,
} from '@backstage/types';

/** Shortest and longest duration, in milliseconds, and both in words. */
export interface DurationRange {
  least: number;
  most: number;
  words: string;
}

const DAY = 86_400_000;

/** What a timer may wait for: Node.js takes a longer time than 2^31 milliseconds for none at all. */
export const LONGEST_TIMER = { most: 24 * DAY, words: '24 days' } as const;

/** What may lie between two runs that no timer waits for. */
export const LONGEST_PAUSE = { most: 365 * DAY, words: '365 days' } as const;

/** A range from a shortest duration to a longest one. */
export function durationRange(
  least: number,
  from: string,
  longest: { most: number; words: string },
): DurationRange {
  const { most, words } = longest;
  return { least, most, words: `a duration from ${from} to ${words}` };
}

/** Reads a duration in any of the forms of Backstage; undefined when it is none, or out of range. */
export function readDuration(
  setting: JsonValue,
  { least, most }: Pick<DurationRange, 'least' | 'most'>,
): HumanDuration | undefined {
  try {
    const config = new ConfigReader({ setting });
    const duration = readDurationFromConfig(config, { key: 'setting' });
    const length = durationToMilliseconds(duration);
    return length >= least && length <= most ? duration : undefined;
  } catch {
    return undefined;
  }
}
