import type { Definitions } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Section } from '../frame';
import { ProblemsNotice } from '../OverviewPage/ProblemsNotice';

const useStyles = makeStyles(
  theme => ({
    version: {
      marginBlockStart: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'MaturityConfigSection' },
);

/** Whether the configuration is right, and which definitions are in force. */
export function ConfigSection(props: { definitions: Definitions }) {
  const { problems, checks, tracks, version } = props.definitions;
  const t = useText();
  const classes = useStyles();
  return (
    <Section title={t('operator.config.title')}>
      {problems.length === 0 ? (
        <Typography>
          {t('operator.config.fine', {
            checks: String(checks.length),
            tracks: String(tracks.length),
          })}
        </Typography>
      ) : (
        <ProblemsNotice problems={problems} />
      )}
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.version}
      >
        {t('operator.config.version', { version: <code>{version}</code> })}
      </Typography>
    </Section>
  );
}
