import { Link } from '@backstage/core-components';
import { useOptionalCheckHref } from '../../filters';

/** A check's title, with a way to its page where the app has that page. */
export function CheckTitle(props: {
  id: string;
  /** Missing when the definition has been retired since; then there is no page either. */
  title: string | undefined;
}) {
  const { id, title } = props;
  const href = useOptionalCheckHref();
  if (title === undefined) return <>{id}</>;
  return href ? <Link to={href(id)}>{title}</Link> : <>{title}</>;
}
