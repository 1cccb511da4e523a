import { LIFECYCLES, oneOf, TIERS } from '../../filters';
import { useText } from '../../hooks/useText';
import { systemChoices, typeChoices } from './choices';
import { MultiSelect } from './MultiSelect';
import type { FilterChoices } from './useServices';
import type { ServicesState } from './useServicesState';

/** The filters that are asked for less often. */
export function MoreFilters(props: {
  state: ServicesState;
  choices: FilterChoices;
}) {
  const { state, choices } = props;
  const { query, change } = state;
  const t = useText();
  const any = t('services.any');
  return (
    <>
      <MultiSelect
        label={t('services.system')}
        placeholder={any}
        choices={systemChoices(t, choices)}
        values={query.system ?? []}
        onChange={system => change({ system })}
      />
      <MultiSelect
        label={t('services.type')}
        placeholder={any}
        choices={typeChoices(choices.types)}
        values={query.type ?? []}
        onChange={type => change({ type })}
      />
      <MultiSelect
        label={t('services.tier')}
        placeholder={any}
        choices={TIERS.map(value => ({
          value,
          label:
            value === 'none'
              ? t('services.tierNone')
              : t('services.tierShort', { tier: value }),
        }))}
        values={query.tier ?? []}
        onChange={tier => change({ tier: tier.filter(oneOf(TIERS)) })}
      />
      <MultiSelect
        label={t('services.lifecycle')}
        placeholder={any}
        choices={LIFECYCLES.map(value => ({
          value,
          label: t(`services.lifecycles.${value}`),
        }))}
        values={query.lifecycle ?? []}
        onChange={lifecycle =>
          change({ lifecycle: lifecycle.filter(oneOf(LIFECYCLES)) })
        }
      />
    </>
  );
}
