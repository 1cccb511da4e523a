import { useServiceLink } from '../../filters';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import {
  LeverageSection,
  RollUpMap,
  StagesSection,
  TracksSection,
} from '../rollUp';
import { MembersSection } from './MembersSection';
import { childKindOf, setFilter, type SetKind } from './setFilter';
import { SetTrendSection } from './trend';
import type { SetData } from './useSet';

/** A set from top to bottom: tracks, stages, trend, what lifts it, the sets below it, its members. */
export function SetView(props: {
  data: SetData;
  kind: SetKind;
  busy: boolean;
  onTurn(cursor: string): void;
}) {
  const { data, kind, busy, onTurn } = props;
  const { detail, definitions } = data;
  const { item, children, members } = detail;
  const t = useText();
  const link = useServiceLink();
  const within = setFilter(item.entityRef ?? item.key);
  const title = t(`set.children.${kind}`);
  return (
    <>
      <TracksSection item={item} definitions={definitions} within={within} />
      <StagesSection
        title={t('set.stages.title')}
        item={item}
        within={within}
      />
      <SetTrendSection
        entityRef={item.entityRef ?? item.key}
        tracks={definitions.tracks}
      />
      <LeverageSection
        definitions={definitions}
        organization={item}
        within={within}
      />
      {children.length > 0 && (
        <Section title={title} help={<Help term="truth" />}>
          <RollUpMap
            items={children}
            tracks={definitions.tracks}
            title={title}
            column={t(`set.map.column.${childKindOf(kind)}`)}
            hrefOf={link}
          />
        </Section>
      )}
      <MembersSection
        page={members}
        tracks={definitions.tracks}
        within={within}
        busy={busy}
        onTurn={onTurn}
      />
    </>
  );
}
