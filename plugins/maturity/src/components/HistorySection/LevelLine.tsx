import type {
  Definitions,
  EntityChange,
} from '@backstage-maturity/plugin-maturity-common';
import { useText } from '../../hooks/useText';
import { levelName } from '../visual';
import { levelDirection } from './changes';
import { MoveLine } from './MoveLine';

/** A level that is another than before. */
export function LevelLine(props: {
  change: EntityChange['levels'][number];
  definitions: Definitions;
}) {
  const { change, definitions } = props;
  const { from, to } = change;
  const t = useText();
  // A track of earlier definitions has no title and no names any more.
  const track = definitions.tracks.find(({ id }) => id === change.track);
  const name = (level: number | null) =>
    level === null ? undefined : levelName(t, level, track?.levels ?? []);
  return (
    <MoveLine
      what={track?.title ?? change.track}
      from={name(from)}
      to={name(to)}
      direction={levelDirection(from, to)}
    />
  );
}
