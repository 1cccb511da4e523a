import { useRef } from 'react';
import { Body, Failure, Section, Skeletons } from '../frame';
import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
import { ExportButton } from './ExportButton';
import { ExportOutcome } from './ExportOutcome';
import { Filters } from './Filters';
import { FoundStatus } from './FoundStatus';
import { ServicesList } from './ServicesList';
import { useExport } from './useExport';
import { useFilterChoices, useServices } from './useServices';
import { useServicesState } from './useServicesState';

/** The filtered list of services: the body, without a page around it. */
export function ServicesPage() {
  const t = useText();
  useTitle(t('common.servicesTab'));
  const choices = useFilterChoices();
  const state = useServicesState(choices.value?.definitions);
  const services = useServices(state.query);
  const { download, start } = useExport(state.query);
  const search = useRef<HTMLInputElement>(null);
  const clear = () => {
    state.clear();
    // The button goes away, and must not take the focus along.
    search.current?.focus();
  };
  // Until the choices are there, the list may have been asked for what is not in force.
  const refusal = choices.value || choices.error ? services.error : undefined;
  const error = refusal ?? choices.error;
  const reload = () => {
    if (services.error) services.reload();
    if (choices.error) choices.reload();
  };
  return (
    <Body>
      <Section
        title={t('services.title')}
        actions={
          <ExportButton
            download={download}
            empty={!services.value?.totalItems}
            onExport={start}
          />
        }
      >
        <ExportOutcome download={download} />
        {choices.value && (
          <Filters
            state={state}
            choices={choices.value}
            search={search}
            onClear={clear}
          />
        )}
        <FoundStatus page={services.value} query={state.query} />
        {error && (
          <Failure
            error={error}
            kept={services.value !== undefined && choices.value !== undefined}
            onRetry={reload}
          />
        )}
        {!error && !(services.value && choices.value) && (
          <Skeletons heights={[56, 40, 40, 40, 40, 40, 40]} />
        )}
        {services.value && choices.value && (
          <ServicesList
            state={state}
            page={services.value}
            busy={services.busy}
            tracks={choices.value.definitions.tracks}
            onClear={clear}
          />
        )}
      </Section>
    </Body>
  );
}
