import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CheckTitle } from '../components/checks';
import { LadderGlyph, TrackName } from '../components/visual';
import { useText } from '../hooks/useText';
import type { ResultTrack } from './readScorecards';

const useStyles = makeStyles(
  theme => ({
    root: { minInlineSize: 0 },
    name: { fontSize: '1rem', fontWeight: 600 },
    level: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      margin: theme.spacing(1, 0),
      fontSize: '1.125rem',
    },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    list: { margin: theme.spacing(0.5, 0, 0), paddingInlineStart: 20 },
    item: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityTrackResult' },
);

/** The ladder of one track and what is left for its next level. */
export function TrackResult(props: { result: ResultTrack }) {
  const { result } = props;
  const { level, levels, levelName, achievable, score, next } = result;
  const t = useText();
  const classes = useStyles();
  const numbers = Array.from({ length: levels }, (_, index) =>
    index + 1 === level && levelName ? levelName : String(index + 1),
  );
  return (
    <div className={classes.root}>
      <Typography component="h3" className={classes.name}>
        <TrackName id={result.track} title={result.title} />
      </Typography>
      <div className={classes.level}>
        <LadderGlyph
          level={level}
          achievable={achievable}
          names={numbers}
          size={40}
        />
        <span>
          {levelName}
          {score !== null && (
            <div className={classes.quiet}>
              {t('scaffolder.result.score', {
                score: String(Math.round(score)),
              })}
            </div>
          )}
        </span>
      </div>
      {level !== null && next.length === 0 && (
        <Typography className={classes.quiet}>
          {t('scaffolder.result.done')}
        </Typography>
      )}
      {level !== null && next.length > 0 && (
        <>
          <Typography className={classes.quiet}>
            {t('scaffolder.result.next', {
              level: t('scaffolder.result.nextLevel', {
                level: String(level + 1),
              }),
            })}
          </Typography>
          <ul className={classes.list}>
            {next.map(({ check, title }) => (
              <li key={check} className={classes.item}>
                <CheckTitle id={check} title={title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
