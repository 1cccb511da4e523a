import type {
  AdviceAnswer,
  Definitions,
} from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../hooks/useText';
import { Help, Section } from '../frame';
import { LevelTag, levelName, StagePath, TrackName } from '../visual';
import { thresholdOf } from './measures';
import { summarySentence } from './sentences';
import { type Advice, MODELS } from './wire';

const useStyles = makeStyles(
  theme => ({
    summary: {
      fontSize: '1.5rem',
      lineHeight: 1.35,
      maxInlineSize: '48ch',
      fontWeight: 500,
      marginBlockEnd: theme.spacing(3),
    },
    restricted: { maxInlineSize: '65ch', marginBlockEnd: theme.spacing(3) },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
      gap: theme.spacing(3, 5),
      alignItems: 'start',
    },
    why: { maxInlineSize: '65ch', marginBlockStart: theme.spacing(1.5) },
    levels: {
      display: 'grid',
      gridTemplateColumns: 'fit-content(44%) minmax(104px, 1fr)',
      gap: theme.spacing(1, 3),
      alignItems: 'center',
      margin: 0,
    },
    row: { display: 'contents' },
    level: { margin: 0 },
  }),
  { name: 'MaturityStandingSection' },
);

/** The advice in one sentence, the place on the path, and why it is that place. */
export function StandingSection(props: {
  answer: AdviceAnswer;
  definitions: Definitions;
}) {
  const { answer, definitions } = props;
  const { advice, restricted = false } = answer;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('advice.standing.title')} help={<Help term="stage" />}>
      <Typography className={classes.summary}>
        {summarySentence(t, { advice, definitions })}
      </Typography>
      {restricted && (
        <Typography color="textSecondary" className={classes.restricted}>
          {t('advice.restricted')}
        </Typography>
      )}
      <div className={classes.pair}>
        <div>
          {advice.orgStage !== 'unknown' && (
            <StagePath stage={advice.orgStage} />
          )}
          <Typography className={classes.why}>
            {whyHere(t, advice, definitions)}
          </Typography>
        </div>
        <dl className={classes.levels} aria-label={t('advice.standing.levels')}>
          {definitions.tracks.map(({ id, title, levels }) => {
            const model = MODELS.find(name => name === id);
            return model ? (
              <div key={id} className={classes.row}>
                <dt>
                  <TrackName id={id} title={title} />
                </dt>
                <dd className={classes.level}>
                  <LevelTag
                    level={advice.inputs.levels[model]}
                    achievable={levels.length}
                    names={levels}
                    size={24}
                  />
                </dd>
              </div>
            ) : null;
          })}
        </dl>
      </div>
    </Section>
  );
}

function whyHere(t: Text, advice: Advice, definitions: Definitions): string {
  const { orgStage } = advice;
  switch (orgStage) {
    case 'unknown':
    case 'exploring':
      return t(`advice.standing.${orgStage}`);
    case 'starting':
    case 'devops':
    case 'sre':
    case 'platform': {
      const devops = definitions.tracks.find(({ id }) => id === 'devops');
      return t(`advice.standing.${orgStage}`, {
        level: levelName(
          t,
          thresholdOf(advice, 'attained'),
          devops?.levels ?? [],
        ),
      });
    }
    default: {
      const never: never = orgStage;
      return never;
    }
  }
}
