import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useText } from '../../hooks/useText';
import { useUniqueId } from '../../hooks/useUniqueId';
import { Prose } from '../frame';
import { fieldsToShow } from './annotateFields';
import { FieldRow } from './FieldRow';
import type { FixRequest } from './FixRequest';
import type { Wishes } from './useWishes';

const useStyles = makeStyles(
  theme => ({
    head: { fontSize: '1rem', fontWeight: 600 },
    reason: {
      maxInlineSize: '65ch',
      marginBlockEnd: theme.spacing(3),
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
    word: { fontWeight: 600 },
    note: { maxInlineSize: '65ch', marginBlockEnd: theme.spacing(2) },
    plain: { marginBlockEnd: theme.spacing(2) },
    search: { marginBlockEnd: theme.spacing(3) },
    more: {
      marginBlockStart: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'MaturityFormSection' },
);

/** Why the check does not pass now. */
function Reason(props: { request: FixRequest }) {
  const { request } = props;
  const t = useText();
  const classes = useStyles();
  return request.is === 'fix' ? (
    <Typography className={classes.reason}>
      <span className={classes.word}>{t('fix.reason')}:</span> {request.reason}
    </Typography>
  ) : null;
}

/** What there is to fill in; for a fix without a form, why there is nothing. */
export function FormSection(props: {
  request: FixRequest;
  entity: Entity;
  wishes: Wishes;
}) {
  const { request, entity, wishes } = props;
  const t = useText();
  const classes = useStyles();
  const id = useUniqueId('find');
  const [search, setSearch] = useState('');
  const about = stringifyEntityRef(entity);
  const fix = request.is === 'fix' ? request.fix : undefined;
  if (fix && fix.kind !== 'form') {
    const known = fix.kind === 'changes';
    return (
      <>
        <Reason request={request} />
        <Typography component="h3" className={classes.head}>
          {t(known ? 'fix.exact.title' : 'fix.advice.title')}
        </Typography>
        <Typography className={classes.note}>
          {t(known ? 'fix.exact.text' : 'fix.advice.text')}{' '}
          <Prose text={fix.kind === 'changes' ? fix.why : fix.remedy} />
        </Typography>
      </>
    );
  }
  const shown = fix ? wishes.fields : fieldsToShow(wishes.fields, search);
  const note = fix?.kind === 'form' ? fix.needs : 'annotate';
  // "Each of these" says nothing about a single one.
  const isPlain = fix !== undefined && shown.length === 1;
  return (
    <>
      <Reason request={request} />
      <Typography component="h3" className={classes.head}>
        {t(fix ? 'fix.form.title' : 'fix.form.titleAll')}
      </Typography>
      <Typography
        className={isPlain ? classes.plain : classes.note}
        variant="body2"
      >
        {!isPlain && t(`fix.form.${note}`)}
      </Typography>
      {!fix && (
        <TextField
          id={id}
          className={classes.search}
          type="search"
          label={t('fix.form.find')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
          variant="outlined"
          size="small"
          fullWidth
        />
      )}
      {shown.map(field => (
        <FieldRow
          key={field.id}
          field={field}
          about={about}
          value={wishes.valueOf(field)}
          onChange={value => wishes.set(field, value)}
        />
      ))}
      {!fix && shown.length === 0 && (
        <Typography role="status">
          {t('fix.form.none', { text: search })}
        </Typography>
      )}
      {!fix && search.trim() === '' && shown.length < wishes.fields.length && (
        <Typography variant="body2" className={classes.more}>
          {t('fix.form.more', {
            more: String(wishes.fields.length - shown.length),
          })}
        </Typography>
      )}
    </>
  );
}
