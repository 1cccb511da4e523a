import type { AppliedChange } from '@backstage-maturity/plugin-maturity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type Text, useText } from '../../hooks/useText';
import { Notice } from '../frame';
import { DiffText } from './DiffText';
import type { Preview } from './previewOf';

const useStyles = makeStyles(
  theme => ({
    part: { marginBlockStart: theme.spacing(2), minInlineSize: 0 },
    head: { fontSize: '0.875rem', fontWeight: 600 },
    note: {
      maxInlineSize: '65ch',
      marginBlock: theme.spacing(1),
      color: theme.palette.text.secondary,
    },
    list: { margin: theme.spacing(0.5, 0, 1), paddingInlineStart: 20 },
    item: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
  }),
  { name: 'MaturityPreviewSection' },
);

function sentence(t: Text, { path, before, after }: AppliedChange): string {
  if (after === undefined) {
    return t('fix.changes.removed', { path, before: before ?? '' });
  }
  return before === undefined
    ? t('fix.changes.set', { path, after })
    : t('fix.changes.replaced', { path, before, after });
}

/** What would happen to one entity: the list of changes and the difference. */
export function PreviewSection(props: { preview: Preview }) {
  const { preview } = props;
  const t = useText();
  const classes = useStyles();
  if (!preview.ok) {
    return (
      <Notice severity="warning" role="status" title={t('fix.changes.refused')}>
        {preview.problems.join(' ')}
      </Notice>
    );
  }
  const { ref, known, changes, diff } = preview;
  const name = t('fix.changes.entity', { entity: ref });
  return (
    <section className={classes.part} aria-label={name}>
      <Typography component="h4" className={classes.head}>
        {name}
      </Typography>
      <ul className={classes.list}>
        {changes.map(change => (
          <li key={change.path} className={classes.item}>
            {sentence(t, change)}
          </li>
        ))}
      </ul>
      <DiffText diff={diff} label={t('fix.changes.diff')} />
      <Typography variant="body2" className={classes.note}>
        {t(known ? 'fix.changes.about' : 'fix.changes.aboutOther')}
      </Typography>
    </section>
  );
}
