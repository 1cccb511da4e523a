import { makeStyles } from '@material-ui/core/styles';
import { type RefObject, useEffect, useState } from 'react';
import { isFiltered } from '../../filters';
import { useText } from '../../hooks/useText';
import { Action } from '../frame';
import { useUniqueId } from '../../hooks/useUniqueId';
import { entityChoices } from './choices';
import { CheckFilters } from './CheckFilters';
import { LevelFilters } from './LevelFilters';
import { MoreFilters } from './MoreFilters';
import { MultiSelect } from './MultiSelect';
import { SearchField } from './SearchField';
import type { FilterChoices } from './useServices';
import type { ServicesState } from './useServicesState';

const useStyles = makeStyles(
  theme => ({
    row: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) },
    more: { paddingBlockStart: theme.spacing(2) },
    buttons: {
      display: 'flex',
      gap: theme.spacing(1),
      marginBlockStart: theme.spacing(1),
    },
    root: { '@media print': { display: 'none' } },
  }),
  { name: 'MaturityFilters' },
);

/** What narrows the list. What is asked most stands first; the rest is one click away. */
export function Filters(props: {
  state: ServicesState;
  choices: FilterChoices;
  /** The search field. */
  search: RefObject<HTMLInputElement>;
  onClear(): void;
}) {
  const { state, choices, search, onClear } = props;
  const { query, change } = state;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('filters');
  const { system, type, tier, lifecycle } = query;
  const further = [system, type, tier, lifecycle].filter(Boolean).length;
  const [more, setMore] = useState(further > 0);
  useEffect(() => {
    // The way back, or a link, may set a filter that is out of sight.
    if (further > 0) setMore(true);
  }, [further]);
  return (
    <div
      role="search"
      aria-label={t('services.filters')}
      className={classes.root}
    >
      <div className={classes.row}>
        <SearchField
          label={t('services.search')}
          value={query.q ?? ''}
          input={search}
          onChange={q => change({ q: q || undefined }, { replace: true })}
        />
        <MultiSelect
          label={t('services.owner')}
          placeholder={t('services.any')}
          choices={entityChoices(choices.owners)}
          values={query.owner ?? []}
          onChange={owner => change({ owner, ownerScope: 'tree' })}
        />
        <LevelFilters state={state} tracks={choices.definitions.tracks} />
        <CheckFilters state={state} definitions={choices.definitions} />
      </div>
      <div id={id} hidden={!more}>
        <div className={`${classes.row} ${classes.more}`}>
          {more && <MoreFilters state={state} choices={choices} />}
        </div>
      </div>
      <div className={classes.buttons}>
        <Action
          size="small"
          aria-expanded={more}
          aria-controls={id}
          onClick={() => setMore(!more)}
        >
          {more && t('services.fewerFilters')}
          {!more && further === 0 && t('services.moreFilters')}
          {!more &&
            further > 0 &&
            t('services.moreFiltersUsed', { used: String(further) })}
        </Action>
        {isFiltered(query) && (
          <Action size="small" onClick={onClear}>
            {t('services.clear')}
          </Action>
        )}
      </div>
    </div>
  );
}
