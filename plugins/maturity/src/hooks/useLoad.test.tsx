import { NotAllowedError } from '@backstage/errors';
import { act, renderHook, waitFor } from '@testing-library/react';
import { Memory } from './Memory';
import { useLoad } from './useLoad';

/** An answer that is given by hand. */
function deferred<T>() {
  let answer: (value: T) => void = () => {};
  let refuse: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  return { promise, answer, refuse };
}

describe('useLoad', () => {
  const client = {};

  it('has nothing at first, and what was read afterwards', async () => {
    const { promise, answer } = deferred<string>();
    const load = () => promise;
    const { result } = renderHook(() => useLoad(load));
    expect(result.current).toMatchObject({ value: undefined, busy: true });

    await act(async () => answer('new'));

    expect(result.current).toMatchObject({ value: 'new', busy: false });
  });

  it('shows what it showed before while it reads again', async () => {
    const memory = new Memory<string>();
    const place = { memory, client, key: 'a' };
    memory.set(client, 'a', 'old');
    const { promise, answer } = deferred<string>();
    const load = () => promise;
    const { result } = renderHook(() => useLoad(load, place));
    expect(result.current).toMatchObject({ value: 'old', busy: true });

    await act(async () => answer('new'));

    expect(result.current).toMatchObject({ value: 'new', busy: false });
    expect(memory.get(client, 'a')).toBe('new');
  });

  it('keeps the old value beside an error', async () => {
    const memory = new Memory<string>();
    memory.set(client, 'a', 'old');
    const load = () => Promise.reject(new Error('The database is away.'));
    const { result } = renderHook(() =>
      useLoad(load, { memory, client, key: 'a' }),
    );

    await waitFor(() => expect(result.current.busy).toBe(false));

    expect(result.current.value).toBe('old');
    expect(result.current.error?.message).toBe('The database is away.');
  });

  it('forgets what somebody may no longer read', async () => {
    const memory = new Memory<string>();
    memory.set(client, 'a', 'old');
    const load = () => Promise.reject(new NotAllowedError('Not for you.'));
    const { result } = renderHook(() =>
      useLoad(load, { memory, client, key: 'a' }),
    );

    await waitFor(() => expect(result.current.busy).toBe(false));

    expect(result.current.value).toBeUndefined();
    expect(memory.get(client, 'a')).toBeUndefined();
  });

  it('goes to the value of another key at once where it was read before', async () => {
    const memory = new Memory<string>();
    memory.set(client, 'b', 'old b');
    const never = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(
      ({ name }) => useLoad(never, { memory, client, key: name }),
      { initialProps: { name: 'a' } },
    );
    expect(result.current.value).toBeUndefined();

    rerender({ name: 'b' });

    expect(result.current.value).toBe('old b');
  });
});
