/** What every control is given. */
export interface ControlProps {
  id: string;
  label: string;
  help: string;
  /** What is wrong with the value; empty when nothing is. */
  problem: string;
  value: string;
  placeholder: string;
  onChange(value: string): void;
}
