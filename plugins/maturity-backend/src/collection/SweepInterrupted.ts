/** Why a sweep was stopped from outside; its message is what operators read. Used as the reason of an abort. */
export class SweepInterrupted extends Error {
  readonly name = 'SweepInterrupted';
}
