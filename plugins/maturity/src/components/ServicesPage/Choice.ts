/** Something that a filter offers. */
export interface Choice {
  value: string;
  label: string;
}

/** Choices under a heading; without one they stand at the top. */
export interface ChoiceGroup {
  heading?: string;
  choices: readonly Choice[];
}
