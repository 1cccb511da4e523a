import { makeStyles } from '@material-ui/core/styles';
import { useLanguage } from '../hooks/useLanguage';
import { type Text, useText } from '../hooks/useText';
import type { Promised } from './tierPromise';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
      overflowWrap: 'anywhere',
      cursor: 'pointer',
      '&:hover': { borderColor: theme.palette.text.secondary },
    },
    chosen: {
      borderColor: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    },
    name: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontSize: '1rem',
      fontWeight: 600,
    },
    radio: {
      margin: 0,
      inlineSize: '16px',
      blockSize: '16px',
      accentColor: theme.palette.text.primary,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    quiet: { color: theme.palette.text.secondary },
    // Where tiers stand side by side, so do their figures.
    meaning: { [theme.breakpoints.up('sm')]: { minBlockSize: '2.8em' } },
    objective: {
      marginBlockStart: theme.spacing(0.5),
      fontSize: '1.5rem',
      lineHeight: 1.2,
    },
    unit: { fontSize: '0.875rem', color: theme.palette.text.secondary },
    budget: {
      display: 'block',
      blockSize: '8px',
      borderRadius: 4,
      marginBlock: theme.spacing(0.5),
      border: `1px solid ${theme.palette.text.secondary}`,
      overflow: 'hidden',
    },
    left: {
      display: 'block',
      blockSize: '100%',
      background: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityTierOption' },
);

function others(t: Text, promised: Promised): string {
  const { indicator, objective, bound, days } = promised;
  return indicator === 'latency' && bound !== ''
    ? t('scaffolder.tier.latency', { objective, bound })
    : t('scaffolder.tier.other', {
        indicator,
        objective,
        days: String(days),
      });
}

function meaning(t: Text, tier: string): string {
  switch (tier) {
    case '1':
    case '2':
    case '3':
    case '4':
      return t(`scaffolder.tier.meaning.${tier}`);
    default:
      return '';
  }
}

/** One tier: when to choose it, what it promises, and the budget that this leaves. */
export function TierOption(props: {
  /** Name of the group of radio buttons. */
  group: string;
  tier: string;
  promises: readonly Promised[];
  /** The largest budget of all tiers in minutes, which fills the bar. */
  largest: number;
  chosen: boolean;
  onChoose(): void;
}) {
  const { group, tier, promises, largest, chosen, onChoose } = props;
  const t = useText();
  const classes = useStyles();
  const language = useLanguage();
  const [first, ...rest] = promises;
  return (
    <label className={`${classes.root} ${chosen ? classes.chosen : ''}`}>
      <span className={classes.name}>
        <input
          type="radio"
          name={group}
          value={tier}
          checked={chosen}
          onChange={onChoose}
          className={classes.radio}
        />
        {t('scaffolder.tier.name', { tier })}
      </span>
      <span className={`${classes.quiet} ${classes.meaning}`}>
        {meaning(t, tier)}
      </span>
      {first && (
        <>
          <span className={classes.objective}>
            {first.objective}%{' '}
            <span className={classes.unit}>
              {first.indicator === 'availability'
                ? t('scaffolder.tier.available')
                : first.indicator}
            </span>
          </span>
          <span className={classes.budget} aria-hidden>
            <span
              className={classes.left}
              style={{ inlineSize: `${(first.minutes / largest) * 100}%` }}
            />
          </span>
          <span>
            {t('scaffolder.tier.budget', {
              count: first.minutes,
              minutes: first.minutes.toLocaleString(language, {
                maximumFractionDigits: 2,
              }),
              days: String(first.days),
            })}
          </span>
        </>
      )}
      {rest.map(promised => (
        <span
          key={`${promised.indicator} ${promised.bound}`}
          className={classes.quiet}
        >
          {others(t, promised)}
        </span>
      ))}
    </label>
  );
}
