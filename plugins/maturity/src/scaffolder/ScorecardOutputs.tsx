import { LinkButton } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-react';
import { DefaultTemplateOutputs } from '@backstage/plugin-scaffolder-react/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Body, Section } from '../components/frame';
import { useServiceLink } from '../filters';
import { useText } from '../hooks/useText';
import { readScorecards, type ResultScorecard } from './readScorecards';
import { TrackResult } from './TrackResult';

const useStyles = makeStyles(
  theme => ({
    root: { marginBlockEnd: theme.spacing(2) },
    link: { textTransform: 'none', letterSpacing: 'normal' },
    lead: { marginBlockEnd: theme.spacing(2), maxInlineSize: '65ch' },
    tracks: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
      gap: theme.spacing(3),
    },
  }),
  { name: 'MaturityScorecardOutputs' },
);

/** The action also says in words what the ladders show; said once is enough. */
function withoutSummary(
  output: ScaffolderTaskOutput,
  scorecards: readonly ResultScorecard[],
): ScaffolderTaskOutput {
  const { text, ...rest } = output;
  const others = text?.filter(
    ({ content = '' }) =>
      !scorecards.some(({ entityRef }) =>
        content.startsWith(`**${entityRef}**`),
      ),
  );
  return others && others.length > 0 ? { ...rest, text: others } : rest;
}

/** The result of a template: the scorecards that it puts out, then what every template shows. */
export function ScorecardOutputs(props: { output?: ScaffolderTaskOutput }) {
  const { output } = props;
  const t = useText();
  const classes = useStyles();
  const tabOf = useServiceLink();
  const scorecards = readScorecards(output?.scorecards);
  if (!output || scorecards.length === 0) {
    return <DefaultTemplateOutputs output={output} />;
  }
  return (
    <>
      <div className={classes.root}>
        <Body>
          {scorecards.map(({ entityRef, tracks }) => (
            <Section
              key={entityRef}
              title={t('scaffolder.result.titleOf', {
                name: parseEntityRef(entityRef).name,
              })}
              actions={
                <LinkButton
                  to={tabOf(entityRef)}
                  variant="outlined"
                  size="small"
                  className={classes.link}
                >
                  {t('scaffolder.result.scorecard')}
                </LinkButton>
              }
            >
              <Typography variant="body2" className={classes.lead}>
                {t('scaffolder.result.lead')}
              </Typography>
              <div className={classes.tracks}>
                {tracks.map(track => (
                  <TrackResult key={track.track} result={track} />
                ))}
              </div>
            </Section>
          ))}
        </Body>
      </div>
      <DefaultTemplateOutputs output={withoutSummary(output, scorecards)} />
    </>
  );
}
