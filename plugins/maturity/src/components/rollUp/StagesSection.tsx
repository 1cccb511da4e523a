import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import { type ServicesQuery, useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';
import { Figures, Help, Section } from '../frame';
import { type Stage, StageDistribution, StagePath } from '../visual';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(3, 6),
    },
    path: { flex: '3 1 340px', minInlineSize: 0, maxInlineSize: '720px' },
    figures: { flex: '1 1 240px', minInlineSize: 0 },
  }),
  { name: 'MaturityStagesSection' },
);

/** How many services of a set stand at each stop of the path, and how many there are of each kind. */
export function StagesSection(props: {
  title: string;
  item: RollUpItem;
  /** Where the set as a whole stands; left out where that has no meaning. */
  here?: Stage;
  within?: ServicesQuery;
}) {
  const { title, item, here, within } = props;
  const t = useText();
  const classes = useStyles();
  const href = useServicesHref();
  const { stages, total, counted, experimental, deprecated } = item.rollUp;
  const figures = [
    {
      number: total,
      word: t('set.figures.services', { count: total }),
      href: href({ ...within }),
    },
    {
      number: counted,
      word: t('set.figures.production'),
      href: href({ ...within, lifecycle: ['production'] }),
    },
    {
      number: experimental,
      word: t('set.figures.experimental'),
      href: href({ ...within, lifecycle: ['experimental'] }),
    },
    {
      number: deprecated,
      word: t('set.figures.leaving'),
      href: href({ ...within, lifecycle: ['deprecated'] }),
    },
  ];
  return (
    <Section title={title} help={<Help term="stage" />}>
      <div className={classes.root}>
        <div className={classes.path}>
          <StageDistribution
            counts={stages}
            here={here}
            href={stage => href({ ...within, stage: [stage] })}
          />
          <StagePath stage={here} />
        </div>
        <div className={classes.figures}>
          <Figures figures={figures.filter(({ number }) => number > 0)} />
        </div>
      </div>
    </Section>
  );
}
