import { EmptyState } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Leverage } from '@backstage-maturity/plugin-maturity-common';
import { useText } from '../../hooks/useText';
import { useTitle } from '../../hooks/useTitle';
import { Body, Failure, Help, Section, Skeletons } from '../frame';
import { TrackName } from '../visual';
import { LevelChecks } from './LevelChecks';
import { type ChecksData, useChecks } from './useChecks';

const useStyles = makeStyles(
  { text: { maxInlineSize: '75ch' } },
  { name: 'MaturityCheckList' },
);

/** Every check by track and level. */
export function CheckList() {
  const t = useText();
  useTitle(t('common.checksTab'));
  const { value, error, reload } = useChecks();
  return (
    <Body>
      {error && (
        <Failure error={error} kept={value !== undefined} onRetry={reload} />
      )}
      {!value && !error && <Skeletons heights={[48, 320, 320]} />}
      {value && <Checks {...value} />}
    </Body>
  );
}

function Checks({ definitions, organization }: ChecksData) {
  const t = useText();
  const classes = useStyles();
  const open = new Map<string, Leverage>(
    organization?.rollUp.leverage.map(fix => [fix.check, fix]),
  );
  if (definitions.checks.length === 0) {
    return (
      <EmptyState
        missing="content"
        title={t('checks.empty.title')}
        description={t('checks.empty.text')}
      />
    );
  }
  return (
    <>
      <Typography className={classes.text}>
        {t('checks.note')} <Help term="level" />
      </Typography>
      {definitions.tracks.map(track => {
        const checks = definitions.checks.filter(
          check => check.track === track.id,
        );
        if (checks.length === 0) return null;
        return (
          <Section
            key={track.id}
            title={<TrackName id={track.id} title={track.title} />}
          >
            <Typography variant="body2" color="textSecondary">
              {track.purpose}
            </Typography>
            {track.levels.map((name, index) => (
              <LevelChecks
                key={name}
                level={index + 1}
                names={track.levels}
                checks={checks.filter(({ level }) => level === index + 1)}
                open={open}
              />
            ))}
          </Section>
        );
      })}
    </>
  );
}
