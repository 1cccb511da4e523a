import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { Help } from '../frame';
import type { ScorecardData } from './useScorecard';

const useStyles = makeStyles(
  theme => ({
    root: { maxInlineSize: '75ch', marginBlockEnd: theme.spacing(2) },
  }),
  { name: 'MaturityGoldenPathLine' },
);

/** How much of what passes the platform has brought; nothing where it has brought nothing. */
export function GoldenPathLine(props: { detail: ScorecardData['detail'] }) {
  const { goldenPath, scorecard } = props.detail;
  const t = useText();
  const classes = useStyles();
  if (!goldenPath) return null;
  const { template, checks } = goldenPath;
  const passed = scorecard.results.filter(({ status }) => status === 'pass');
  const counts = { count: passed.length, brought: String(checks.length) };
  return (
    <Typography component="div" variant="body2" className={classes.root}>
      {template === null
        ? t('entity.checks.brought', counts)
        : t('entity.checks.broughtBy', {
            ...counts,
            template: <EntityRefLink entityRef={template} hideIcon />,
          })}{' '}
      <Help term="goldenPath" />
    </Typography>
  );
}
