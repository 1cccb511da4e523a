/** Exit codes of all commands. */
export const EXIT = {
  fine: 0,
  /** An entity is below a required level, a file of `--check` is not current, `lint` or `fix` found something, or `upgrade` left a conflict. */
  below: 1,
  /** Wrong use, or input that could not be read. */
  unusable: 2,
} as const;
