import { InputError } from '@backstage/errors';

// Lower-case ASCII only, so that no two names look alike or are the same on another file system.
const FORM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 63;
/** Names that Windows keeps for devices, and that therefore nobody there could check out. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The name of a folder of a service, as it was given; throws an InputError when it is none. */
export function parseServiceName(name: string): string {
  if (name.length <= LONGEST && FORM.test(name) && !RESERVED.test(name)) {
    return name;
  }
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  throw new InputError(
    `The name of the service is ${JSON.stringify(
      shown,
    )}; expected 1 to ${LONGEST} lower-case letters, digits and single dashes, beginning with a letter, and no name that is reserved.`,
  );
}
