import type { Track } from '../../api';
import { useText } from '../../hooks/useText';
import { columnsOf } from './columns';
import { SingleSelect } from './SingleSelect';

/** The order of the list where there are no column heads to click. */
export function SortSelect(props: {
  tracks: readonly Track[];
  sort: string | undefined;
  onSort(sort: string): void;
}) {
  const { tracks, sort = 'name', onSort } = props;
  const t = useText();
  const choices = columnsOf(t, tracks).flatMap(column => [
    {
      value: column.sort,
      label: t('services.ascending', { column: column.label }),
    },
    {
      value: `-${column.sort}`,
      label: t('services.descending', { column: column.label }),
    },
  ]);
  return (
    <SingleSelect
      label={t('services.sortBy')}
      groups={[{ choices }]}
      value={sort}
      onChange={value => value && onSort(value)}
    />
  );
}
