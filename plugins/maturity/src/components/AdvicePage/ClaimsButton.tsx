import { useText } from '../../hooks/useText';
import { ClaimList } from '../checks/ClaimList';
import { PopoverButton } from '../frame';

/** The numbers of the article's claims; opened, they say what the article says. */
export function ClaimsButton(props: { claims: readonly number[] }) {
  const { claims } = props;
  const t = useText();
  if (claims.length === 0) return null;
  const label = t(
    claims.length === 1 ? 'advice.rule.claim' : 'advice.rule.claims',
    { numbers: claims.join(', ') },
  );
  return (
    <PopoverButton
      label={label}
      name={t('advice.rule.openClaims', { label })}
      title={t('advice.rule.claimsTitle')}
    >
      <ClaimList claims={claims} />
    </PopoverButton>
  );
}
