import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { Check, Result } from '../../api';
import { useText } from '../../hooks/useText';
import { FixButton } from '../FixDialog';
import { Prose } from '../frame';
import { VerdictMark } from '../visual';
import { CheckTitle } from './CheckTitle';
import { EvidenceList } from './EvidenceList';
import { GoldenPathMark } from './GoldenPathMark';
import { reasonSentence } from './reasonSentence';

const useStyles = makeStyles(
  theme => ({
    item: {
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      padding: theme.spacing(1.25, 0),
      '& + &': { borderBlockStart: `1px solid ${theme.palette.divider}` },
      '@media print': { breakInside: 'avoid' },
    },
    mark: { paddingBlockStart: 1 },
    // Beside the text where there is room, below it where there is none.
    body: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(0.75, 3),
    },
    text: { flex: '1 1 300px', minInlineSize: 0 },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
    },
    title: { fontWeight: 600, fontSize: '0.9375rem', overflowWrap: 'anywhere' },
    nature: { fontSize: '0.75rem', color: theme.palette.text.secondary },
    reason: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
    remedy: { fontSize: '0.875rem', marginBlockStart: theme.spacing(0.5) },
    word: { fontWeight: 600 },
    fix: { flex: 'none', '&:empty': { display: 'none' } },
  }),
  { name: 'MaturityCheckItem' },
);

export interface CheckItemProps {
  result: Result;
  /** Missing when the definition has been retired since. */
  check: Check | undefined;
  /** Level of the check's title among headings. */
  heading: 'h3' | 'h4' | 'h5';
  /** Whether it passes thanks to the golden path of the service. */
  fromGoldenPath?: boolean;
}

/** Whether a team can say it once instead of each of its services. */
function isForTeams({ nature, inherits }: Check): boolean {
  return nature === 'cultural' && inherits.includes('owner');
}

/** One check: verdict, why, the evidence, and what to do about it. */
export function CheckItem(props: CheckItemProps) {
  const { result, check, heading, fromGoldenPath = false } = props;
  const t = useText();
  const classes = useStyles();
  const open = result.status === 'fail' || result.status === 'unknown';
  return (
    <li className={classes.item}>
      <span className={classes.mark}>
        <VerdictMark status={result.status} size={18} />
      </span>
      <div className={classes.body}>
        <div className={classes.text}>
          <div className={classes.head}>
            <Typography component={heading} className={classes.title}>
              <CheckTitle id={result.check} title={check?.title} />
            </Typography>
            {check && (
              <Typography className={classes.nature}>
                {t(`checks.${check.nature}`)}
                {open && isForTeams(check) && ` · ${t('check.forTeams')}`}
              </Typography>
            )}
            {fromGoldenPath && <GoldenPathMark />}
          </div>
          <Typography className={classes.reason} color="textSecondary">
            {reasonSentence(result)}
          </Typography>
          <EvidenceList evidence={result.evidence} />
          {open && result.remedy && (
            <Typography className={classes.remedy}>
              <span className={classes.word}>
                {t(result.status === 'fail' ? 'check.remedy' : 'check.tell')}:
              </span>{' '}
              <Prose text={result.remedy} />
            </Typography>
          )}
        </div>
        {open && (
          <div className={classes.fix}>
            <FixButton result={result} title={check?.title ?? result.check} />
          </div>
        )}
      </div>
    </li>
  );
}
