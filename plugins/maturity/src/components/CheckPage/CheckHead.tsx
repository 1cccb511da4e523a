import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check } from '../../api';
import { useCheckHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Notice } from '../frame';
import { LadderGlyph, levelName, TrackName } from '../visual';

const useStyles = makeStyles(
  theme => ({
    title: { fontSize: '1.5rem', fontWeight: 600, overflowWrap: 'anywhere' },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2.5),
      marginBlockStart: theme.spacing(0.5),
    },
    fact: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    code: { overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityCheckHead' },
);

/** The check's title and where it stands among the others. */
export function CheckHead(props: { check: Check; definitions: Definitions }) {
  const { check, definitions } = props;
  const t = useText();
  const classes = useStyles();
  const checkHref = useCheckHref();
  const track = definitions.tracks.find(({ id }) => id === check.track);
  const names = track?.levels ?? [];
  return (
    <div>
      <Typography component="h2" className={classes.title}>
        {check.title}
      </Typography>
      <div className={classes.facts}>
        <TrackName id={check.track} title={track?.title ?? check.track} />
        <span className={classes.fact}>
          <LadderGlyph
            level={check.level}
            achievable={names.length}
            names={names}
            decorative
          />
          {t('checks.level', {
            level: String(check.level),
            name: levelName(t, check.level, names),
          })}
        </span>
        <span>{t('checks.weight', { weight: String(check.weight) })}</span>
        <span>{t(`checks.${check.nature}`)}</span>
        {check.from && <span>{t('checks.from', { date: check.from })}</span>}
        {!check.builtIn && <span>{t('checks.own')}</span>}
        <code className={classes.code}>{check.id}</code>
      </div>
      {check.deprecatedBy && (
        <Notice severity="info">
          {t('checks.deprecated', {
            check: (
              <Link to={checkHref(check.deprecatedBy)}>
                {check.deprecatedBy}
              </Link>
            ),
          })}
        </Notice>
      )}
    </div>
  );
}
