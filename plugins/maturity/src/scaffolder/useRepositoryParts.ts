import { parseEntityRef } from '@backstage/catalog-model';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import { allowedHostsOf, wantsExisting } from './repository';
import { partsOf, type RepositoryParts, textOf } from './repositoryText';
import { useHomeRepository } from './useHomeRepository';

function textIn(formData: unknown, field: string): string {
  const text: unknown = new Map(Object.entries(formData ?? {})).get(field);
  return typeof text === 'string' ? text : '';
}

/** The name that the form gives to a service, or that of the service which it picks. */
function serviceNameIn(formData: unknown): string {
  const name = textIn(formData, 'name');
  const entity = textIn(formData, 'entity');
  if (name !== '' || entity === '') return name;
  try {
    return parseEntityRef(entity, { defaultKind: 'component' }).name;
  } catch {
    return '';
  }
}

/**
 * The parts of the field's value. It begins with the repository that the form's entity comes from where
 * one is asked for that is there already, otherwise with the first host and the name of the service.
 * Another host than the allowed ones is left when the form comes to allow others.
 */
export function useRepositoryParts(
  props: FieldExtensionComponentProps<string>,
): {
  hosts: readonly string[];
  parts: RepositoryParts;
  change(change: Partial<RepositoryParts>): void;
} {
  const { formData, formContext, uiSchema, disabled, onChange } = props;
  const options = uiSchema['ui:options'];
  const form: unknown = formContext?.formData;
  const hosts = allowedHostsOf(options, form);
  const entityRef = wantsExisting(options) ? textIn(form, 'entity') : '';
  const home = useHomeRepository(entityRef || undefined);
  const isHome = home.repository && hosts.includes(home.repository.host);
  const begins =
    home.repository && isHome
      ? home.repository
      : { host: '', owner: '', name: serviceNameIn(form) };
  const given = formData ? partsOf(formData) : begins;
  const parts = {
    ...given,
    host: hosts.includes(given.host) ? given.host : hosts[0],
  };
  const value = textOf(parts);
  const isKnown = Boolean(formData) || !home.busy;

  useEffect(() => {
    if (!disabled && isKnown && value !== formData) onChange(value);
  }, [disabled, isKnown, value, formData, onChange]);

  return {
    hosts,
    parts,
    change: part => onChange(textOf({ ...parts, ...part })),
  };
}
