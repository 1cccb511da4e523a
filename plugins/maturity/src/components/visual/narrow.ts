/** Screens, or zoomed windows, on which a line holds two words at most. */
export const NARROW = '@media (max-width: 399.95px)';
