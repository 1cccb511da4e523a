import { makeStyles, type Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { LeverageSection } from '../OverviewPage/LeverageSection';
import { TeamCards } from '../OverviewPage/TeamCards';
import { TeamsTable } from '../OverviewPage/TeamsTable';
import { TruthLegend } from '../visual';
import { MembersSection } from './MembersSection';
import { SetStages } from './SetStages';
import { SetTracks } from './SetTracks';
import { setFilter, type SetKind } from './setFilter';
import type { SetData } from './useSet';

const useStyles = makeStyles(
  theme => ({ legend: { marginBlockStart: theme.spacing(2) } }),
  { name: 'MaturitySetView' },
);

/** A set from top to bottom: tracks, stages, what lifts it, the sets below it, its members. */
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
  const classes = useStyles();
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const within = setFilter(item.entityRef ?? item.key, children);
  const Children = narrow ? TeamCards : TeamsTable;
  return (
    <>
      <SetTracks item={item} definitions={definitions} within={within} />
      <SetStages item={item} within={within} />
      <LeverageSection
        definitions={definitions}
        organization={item}
        within={within}
      />
      {children.length > 0 && (
        <Section title={t(`set.children.${kind}`)} help={<Help term="truth" />}>
          <Children teams={children} tracks={definitions.tracks} />
          <div className={classes.legend}>
            <TruthLegend split={false} />
          </div>
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
