import { INDICATORS } from '@backstage-maturity/plugin-maturity-common';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Delete from '@material-ui/icons/DeleteOutlined';
import { useLanguage } from '../../hooks/useLanguage';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { type Draft, judge, takesBound } from './drafts';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1, 0), minInlineSize: 0 },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    name: { fontSize: '0.875rem', fontWeight: 600 },
    fields: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      marginBlock: theme.spacing(1),
    },
    field: { flex: '1 1 172px', minInlineSize: 0 },
    verdict: { fontSize: '0.875rem' },
    wrong: { color: theme.palette.error.main },
  }),
  { name: 'MaturitySloRow' },
);

/** One objective: what is measured, how much must be good, in which window, and what that allows. */
export function SloRow(props: {
  number: number;
  draft: Draft;
  onChange(draft: Draft): void;
  onRemove(): void;
}) {
  const { number, draft, onChange, onRemove } = props;
  const t = useText();
  const language = useLanguage();
  const classes = useStyles();
  const id = useUniqueId('slo');
  const verdict = judge(draft);
  const field = (key: 'objective' | 'window' | 'bound', help?: string) => (
    <TextField
      id={`${id}-${key}`}
      className={classes.field}
      size="small"
      variant="outlined"
      label={t(`slo.${key}`)}
      helperText={help}
      value={draft[key]}
      error={key === 'objective' && verdict.is === 'hundred'}
      onChange={({ target }) => onChange({ ...draft, [key]: target.value })}
      inputProps={{
        autoComplete: 'off',
        spellCheck: false,
        ...(key === 'objective' && { 'aria-describedby': `${id}-verdict` }),
      }}
    />
  );
  return (
    <div role="group" aria-labelledby={`${id}-name`} className={classes.root}>
      <div className={classes.head}>
        <span id={`${id}-name`} className={classes.name}>
          {t('slo.item', { number: String(number) })}
        </span>
        <IconButton
          size="small"
          aria-label={t('slo.remove', { number: String(number) })}
          onClick={onRemove}
        >
          <Delete />
        </IconButton>
      </div>
      <div className={classes.fields}>
        <TextField
          id={id}
          className={classes.field}
          select
          size="small"
          variant="outlined"
          label={t('slo.indicator')}
          value={draft.indicator}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={({ target }) =>
            onChange({ ...draft, indicator: target.value })
          }
        >
          {INDICATORS.map(indicator => (
            <option key={indicator} value={indicator}>
              {t(`slo.indicators.${indicator}`)}
            </option>
          ))}
        </TextField>
        {takesBound(draft.indicator) && field('bound', t('slo.boundHelp'))}
        {field('objective')}
        {field('window', t('slo.windowHelp'))}
      </div>
      <div
        id={`${id}-verdict`}
        role="status"
        className={`${classes.verdict} ${
          verdict.is === 'budget' ? '' : classes.wrong
        }`}
      >
        {verdict.is === 'hundred' && t('slo.hundred')}
        {verdict.is === 'problem' &&
          t('slo.problem', { expected: verdict.expected })}
        {verdict.is === 'budget' &&
          t(draft.indicator === 'availability' ? 'slo.downtime' : 'slo.share', {
            share: verdict.share,
            days: String(verdict.days),
            time: t('slo.minutes', {
              count: verdict.minutes,
              minutes: verdict.minutes.toLocaleString(language, {
                maximumFractionDigits: 2,
              }),
            }),
          })}
      </div>
    </div>
  );
}
