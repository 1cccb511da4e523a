import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Action } from '../frame';
import { draftsOf, FIRST_DRAFT, joined, judge } from './drafts';
import { SloRow } from './SloRow';

const useStyles = makeStyles(
  theme => ({
    root: { minInlineSize: 0 },
    lead: {
      maxInlineSize: '65ch',
      marginBlock: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    text: { marginBlock: theme.spacing(1) },
  }),
  { name: 'MaturitySloEditor' },
);

/** Objectives in fields, with what each allows to go wrong; as text where fields cannot show them. */
export function SloEditor(props: {
  value: string;
  /** What is wrong with the value as a whole; empty when nothing is. */
  problem?: string;
  onChange(value: string): void;
}) {
  const { value, problem, onChange } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('slos');
  const [drafts, setDrafts] = useState(() => draftsOf(value));
  const [written, setWritten] = useState(value);
  if (value !== written) {
    // The value came from elsewhere, such as a repair, so the fields follow it.
    setWritten(value);
    setDrafts(draftsOf(value));
  }
  const change = (next: NonNullable<typeof drafts>) => {
    const text = joined(next);
    setDrafts(next);
    setWritten(text);
    onChange(text);
  };
  // What is wrong within one objective is said there.
  const isSaid = drafts?.some(draft => judge(draft).is !== 'budget') ?? false;
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.lead}>
        {t('slo.lead')}
      </Typography>
      {drafts ? (
        drafts.map((draft, index) => (
          <SloRow
            key={index}
            number={index + 1}
            draft={draft}
            onChange={next =>
              change(drafts.map((each, at) => (at === index ? next : each)))
            }
            onRemove={() => change(drafts.filter((_, at) => at !== index))}
          />
        ))
      ) : (
        <TextField
          id={id}
          className={classes.text}
          label={t('slo.text')}
          value={value}
          error={Boolean(problem)}
          inputProps={{ 'aria-describedby': `${id}-problem` }}
          onChange={({ target }) => {
            setWritten(target.value);
            onChange(target.value);
          }}
          variant="outlined"
          size="small"
          fullWidth
        />
      )}
      <FormHelperText error id={`${id}-problem`}>
        {!isSaid && problem}
      </FormHelperText>
      <div className={classes.actions}>
        {drafts ? (
          <>
            <Action
              size="small"
              onClick={() => change([...drafts, FIRST_DRAFT])}
            >
              {t('slo.add')}
            </Action>
            {drafts.length > 0 && (
              <Action size="small" onClick={() => setDrafts(undefined)}>
                {t('slo.asText')}
              </Action>
            )}
          </>
        ) : (
          <Action
            size="small"
            disabled={draftsOf(value) === undefined}
            onClick={() => setDrafts(draftsOf(value))}
          >
            {t('slo.asForm')}
          </Action>
        )}
      </div>
    </div>
  );
}
