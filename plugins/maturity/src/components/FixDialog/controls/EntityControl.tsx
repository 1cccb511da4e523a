import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { findEntities, termOf } from '../../../catalog/findEntities';
import { useLoad } from '../../../hooks/useLoad';
import { useText } from '../../../hooks/useText';
import type { ControlProps } from './ControlProps';
import { SuggestControl } from './SuggestControl';
import { useMissing } from './useMissing';

const SHOWN = 30;

/** Milliseconds without a key before the catalog is asked. */
const PAUSE = 250;

/** References of the catalog, found as a name is typed; without a catalog they can still be typed. */
export function EntityControl(
  props: ControlProps & { kinds: readonly string[]; several?: boolean },
) {
  const { kinds, several = false, ...shared } = props;
  const { value } = props;
  const t = useText();
  const catalog = useApiHolder().get(catalogApiRef);
  const [rested, setRested] = useState(value);
  useDebounce(() => setRested(value), PAUSE, [value]);
  const word = several ? rested.slice(rested.lastIndexOf(',') + 1) : rested;
  const term = termOf(word);
  const kind = kinds.join();
  const load = useCallback(
    async () =>
      catalog
        ? findEntities(catalog, { kinds: kind.split(','), term, limit: SHOWN })
        : [],
    [term, catalog, kind],
  );
  const { value: found = [], error } = useLoad(load, {
    key: kind,
    part: term,
  });
  const missing = useMissing({ value: rested, kinds });
  return (
    <SuggestControl
      {...shared}
      several={several}
      options={found.map(({ entityRef }) => entityRef)}
      titles={
        new Map(
          found.flatMap(({ entityRef, title }) =>
            title === undefined ? [] : [[entityRef, title]],
          ),
        )
      }
      {...(error && { note: t('fix.form.options') })}
      {...(rested === value &&
        missing.length > 0 && {
          warning: t('fix.form.notInCatalog', {
            count: missing.length,
            refs: missing.join(', '),
          }),
        })}
    />
  );
}
