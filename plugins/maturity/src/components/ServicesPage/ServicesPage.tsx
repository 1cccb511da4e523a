import { Body, Failure, Section, Skeletons } from '../frame';
import { useText } from '../../hooks/useText';
import { ExportButton } from './ExportButton';
import { ExportOutcome } from './ExportOutcome';
import { Filters } from './Filters';
import { ServicesList } from './ServicesList';
import { useExport } from './useExport';
import { useFilterChoices, useServices } from './useServices';
import { useServicesState } from './useServicesState';

/** The filtered list of services: the body, without a page around it. */
export function ServicesPage() {
  const t = useText();
  const state = useServicesState();
  const choices = useFilterChoices();
  const services = useServices(state.query);
  const { download, start } = useExport(state.query);
  const error = services.error ?? choices.error;
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
        {choices.value && <Filters state={state} choices={choices.value} />}
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
          />
        )}
      </Section>
    </Body>
  );
}
