/** The publishing step takes no longer name. */
const LONGEST = 63;
const FORM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Why a name cannot be the name of a service. */
export type NameFault = 'short' | 'long' | 'form' | 'reserved';

/** How long a name may be. */
export interface NameLimits {
  least: number;
  most: number;
}

/** The limits that a template's schema sets, within those that every service has. */
export function nameLimits(schema: {
  minLength?: number;
  maxLength?: number;
}): NameLimits {
  const { minLength = 1, maxLength = LONGEST } = schema;
  return { least: Math.max(1, minLength), most: Math.min(LONGEST, maxLength) };
}

/** What is wrong with the form of a name; undefined when nothing is. */
export function nameFault(
  name: string,
  limits: NameLimits,
): NameFault | undefined {
  if (name.length > limits.most) return 'long';
  if (!FORM.test(name)) return 'form';
  if (RESERVED.test(name)) return 'reserved';
  return name.length < limits.least ? 'short' : undefined;
}
