import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import { allowedHostsOf } from './repository';
import { partsOf, type RepositoryParts, textOf } from './repositoryText';

/** The name that the form gives to the service. */
function serviceNameIn(formData: unknown): string {
  const name: unknown = new Map(Object.entries(formData ?? {})).get('name');
  return typeof name === 'string' ? name : '';
}

/**
 * The parts of the field's value, which begins with the first host and the name of the service. Another
 * host than the allowed ones is left when the form comes to allow others.
 */
export function useRepositoryParts(
  props: FieldExtensionComponentProps<string>,
): {
  hosts: readonly string[];
  parts: RepositoryParts;
  change(change: Partial<RepositoryParts>): void;
} {
  const { formData, formContext, uiSchema, disabled, onChange } = props;
  const hosts = allowedHostsOf(uiSchema['ui:options'], formContext?.formData);
  const given = partsOf(formData ?? '');
  const parts: RepositoryParts = {
    host: hosts.includes(given.host) ? given.host : hosts[0],
    owner: given.owner,
    name: formData ? given.name : serviceNameIn(formContext?.formData),
  };
  const value = textOf(parts);

  useEffect(() => {
    if (!disabled && value !== formData) onChange(value);
  }, [disabled, value, formData, onChange]);

  return {
    hosts,
    parts,
    change: part => onChange(textOf({ ...parts, ...part })),
  };
}
