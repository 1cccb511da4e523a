import { useLocation, useNavigate } from 'react-router-dom';

/** Shows the router's address and steps back in it, for tests. */
export function Address() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <code title="Address">{`${pathname}${search}`}</code>
      <button type="button" onClick={() => navigate(-1)}>
        Browser back
      </button>
    </>
  );
}
