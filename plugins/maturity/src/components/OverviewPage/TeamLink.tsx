import type { RollUpItem } from '@backstage-maturity/plugin-maturity-common';
import { Link } from '@backstage/core-components';
import { useServicesHref } from '../../filters';
import { useText } from '../../hooks/useText';

/** A team's name, with a way to its services and those of its child teams. */
export function TeamLink(props: { team: RollUpItem }) {
  const { entityRef, title } = props.team;
  const t = useText();
  const href = useServicesHref();
  if (!entityRef) return <>{title || t('overview.teams.nobody')}</>;
  return (
    <Link to={href({ owner: [entityRef], ownerScope: 'tree' })}>{title}</Link>
  );
}
