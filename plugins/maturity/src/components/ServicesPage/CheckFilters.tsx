import { oneOf, STATUSES } from '../../filters';
import { useText } from '../../hooks/useText';
import { checkGroups } from './choices';
import { MultiSelect } from './MultiSelect';
import { SingleSelect } from './SingleSelect';
import type { FilterChoices } from './useServices';
import type { ServicesState } from './useServicesState';

/** One check and its verdicts; choosing a check asks for those that fail it. */
export function CheckFilters(props: {
  state: ServicesState;
  definitions: FilterChoices['definitions'];
}) {
  const { state, definitions } = props;
  const { query, change } = state;
  const t = useText();
  return (
    <>
      <SingleSelect
        label={t('services.check')}
        any={t('services.any')}
        groups={checkGroups(definitions)}
        value={query.check}
        onChange={check =>
          change({ check, status: check ? ['fail'] : undefined })
        }
      />
      {query.check && (
        <MultiSelect
          label={t('services.status')}
          placeholder={t('services.any')}
          choices={STATUSES.map(value => ({
            value,
            label: t(`visual.verdict.${value}`),
          }))}
          values={query.status ?? []}
          onChange={status =>
            change({ status: status.filter(oneOf(STATUSES)) })
          }
        />
      )}
    </>
  );
}
