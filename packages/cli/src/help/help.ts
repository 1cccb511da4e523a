import type { Command, HelpConfiguration, Option } from 'commander';

/** How help describes an option: choices and defaults as words, and no default that says nothing. */
export const HELP: HelpConfiguration = {
  optionDescription: option => {
    const notes = [choicesOf(option), defaultOf(option)].filter(
      note => note !== '',
    );
    return notes.length > 0
      ? `${option.description} (${notes.join('; ')})`
      : option.description;
  },
};

function choicesOf({ argChoices }: Option): string {
  return argChoices ? argChoices.join(', ') : '';
}

function defaultOf({ defaultValue }: Option): string {
  return typeof defaultValue === 'string' ? `default ${defaultValue}` : '';
}

/** An example of a command line, and what it does. */
export type Example = readonly [command: string, does: string];

/** Puts examples behind the help of a command, each as it can be typed. */
export function addExamples<T extends Command>(
  command: T,
  examples: readonly Example[],
): T {
  const lines = examples.map(([line, does]) => `  # ${does}\n  ${line}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n\n')}`);
}
