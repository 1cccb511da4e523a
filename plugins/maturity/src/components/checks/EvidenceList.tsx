import type { EvidencePiece } from '../../api';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useText } from '../../hooks/useText';
import { Moment } from '../frame';
import { EvidenceBars } from '../visual';
import { isEntityRef } from './isEntityRef';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(0.5, 0), padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1),
      fontSize: '0.8125rem',
      lineHeight: 1.6,
    },
    text: { overflowWrap: 'anywhere', minInlineSize: 0 },
    code: { fontFamily: 'monospace', unicodeBidi: 'isolate' },
    strength: { color: theme.palette.text.secondary },
  }),
  { name: 'MaturityEvidenceList' },
);

/** What was found, strongest first: how much it proves, where it stands, its value, its origin. */
export function EvidenceList(props: { evidence: readonly EvidencePiece[] }) {
  const { evidence } = props;
  const t = useText();
  const classes = useStyles();
  if (evidence.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('check.evidence')}>
      {evidence.map(({ strength, source, value, from, observedAt }, index) => (
        <li key={index} className={classes.item}>
          <EvidenceBars strength={strength} size={14} />
          <span className={classes.text}>
            <span className={classes.strength}>
              {t(`visual.evidence.short.${strength}`)}
            </span>{' '}
            <span className={classes.code}>{source}</span>
            {value !== '' && (
              <>
                {': '}
                <span className={classes.code}>{value}</span>
              </>
            )}
            {from !== null && (
              <span className={classes.strength}>
                {' · '}
                {t('check.inherited', {
                  from: isEntityRef(from) ? (
                    <EntityRefLink entityRef={from} />
                  ) : (
                    from
                  ),
                })}
              </span>
            )}
            {observedAt !== undefined && (
              <span className={classes.strength}>
                {' · '}
                {t('check.observed', { when: <Moment at={observedAt} /> })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
