import type { Track } from '../../api';
import { oneOf, STAGE_FILTERS } from '../../filters';
import { useText } from '../../hooks/useText';
import { levelChoices } from './choices';
import { MultiSelect } from './MultiSelect';
import { SingleSelect } from './SingleSelect';
import type { ServicesState } from './useServicesState';

/** Stage, and the level on one track; a level means nothing before a track is chosen. */
export function LevelFilters(props: {
  state: ServicesState;
  tracks: readonly Track[];
}) {
  const { state, tracks } = props;
  const { query, change } = state;
  const t = useText();
  const track = tracks.find(({ id }) => id === query.track);
  return (
    <>
      <MultiSelect
        label={t('services.stage')}
        placeholder={t('services.any')}
        choices={STAGE_FILTERS.map(value => ({
          value,
          label: t(`visual.stage.${value}`),
        }))}
        values={query.stage ?? []}
        onChange={stage =>
          change({ stage: stage.filter(oneOf(STAGE_FILTERS)) })
        }
      />
      <SingleSelect
        label={t('services.track')}
        any={t('services.any')}
        groups={[
          {
            choices: tracks.map(({ id, title }) => ({
              value: id,
              label: title,
            })),
          },
        ]}
        value={query.track}
        onChange={id => change({ track: id, level: undefined })}
      />
      {track && (
        <MultiSelect
          label={t('services.level')}
          placeholder={t('services.any')}
          choices={levelChoices(t, track)}
          values={query.level ?? []}
          onChange={level => change({ level })}
        />
      )}
    </>
  );
}
