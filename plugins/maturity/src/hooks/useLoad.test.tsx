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
    const { result } = renderHook(() => useLoad(load, { key: 'a' }));
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

  it.each(['with', 'without'])(
    'gives nothing of another key, %s a memory',
    async kind => {
      const b = deferred<string>();
      const loads = new Map([
        ['a', async () => 'about a'],
        ['b', () => b.promise],
      ]);
      const memory = new Memory<string>();
      const seen: [string, string | undefined][] = [];
      const { result, rerender } = renderHook(
        ({ key }) => {
          const place = kind === 'with' ? { key, memory, client } : { key };
          const loaded = useLoad(loads.get(key)!, place);
          seen.push([key, loaded.value]);
          return loaded;
        },
        { initialProps: { key: 'a' } },
      );
      await waitFor(() => expect(result.current.value).toBe('about a'));

      rerender({ key: 'b' });
      expect(result.current).toMatchObject({ value: undefined, busy: true });
      await act(async () => b.refuse(new Error('The database is away.')));

      expect(result.current).toMatchObject({ value: undefined, busy: false });
      expect(result.current.error?.message).toBe('The database is away.');
      expect(seen).not.toContainEqual(['b', 'about a']);
    },
  );

  it('says nothing of the failure of another key', async () => {
    const loads = new Map([
      ['a', () => Promise.reject(new Error('The database is away.'))],
      ['b', () => new Promise<string>(() => {})],
    ]);
    const seen: [string, Error | undefined][] = [];
    const { result, rerender } = renderHook(
      ({ key }) => {
        const loaded = useLoad(loads.get(key)!, { key });
        seen.push([key, loaded.error]);
        return loaded;
      },
      { initialProps: { key: 'a' } },
    );
    await waitFor(() => expect(result.current.error).toBeDefined());

    rerender({ key: 'b' });

    expect(result.current).toMatchObject({ error: undefined, busy: true });
    expect(seen.filter(([key]) => key === 'b')).not.toContainEqual([
      'b',
      expect.any(Error),
    ]);
  });

  it('takes a value for the key that it was made for alone', async () => {
    const memory = new Memory<string>();
    const loads = new Map([
      ['a', async () => 'about a'],
      ['b', async () => 'about b'],
    ]);
    const { result, rerender } = renderHook(
      ({ key }) => useLoad(loads.get(key)!, { key, memory, client }),
      { initialProps: { key: 'a' } },
    );
    await waitFor(() => expect(result.current.value).toBe('about a'));
    const { replace } = result.current;
    rerender({ key: 'b' });
    await waitFor(() => expect(result.current.value).toBe('about b'));

    act(() => replace('newer about a'));

    expect(result.current.value).toBe('about b');
    expect(memory.get(client, 'a')).toBe('newer about a');
    expect(memory.get(client, 'b')).toBe('about b');
  });

  it('ignores an answer for a key that is left', async () => {
    const a = deferred<string>();
    const loads = new Map([
      ['a', () => a.promise],
      ['b', async () => 'about b'],
    ]);
    const { result, rerender } = renderHook(
      ({ key }) => useLoad(loads.get(key)!, { key }),
      { initialProps: { key: 'a' } },
    );
    rerender({ key: 'b' });
    await waitFor(() => expect(result.current.value).toBe('about b'));

    await act(async () => a.answer('about a'));

    expect(result.current.value).toBe('about b');
  });

  it('keeps the value of the same key while it is read again, and beside a failure', async () => {
    const again = deferred<string>();
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('old')
      .mockReturnValueOnce(again.promise);
    const { result } = renderHook(() => useLoad(load, { key: 'a' }));
    await waitFor(() => expect(result.current.value).toBe('old'));

    act(() => result.current.reload());
    expect(result.current).toMatchObject({ value: 'old', busy: true });
    await act(async () => again.refuse(new Error('The database is away.')));

    expect(result.current).toMatchObject({ value: 'old', busy: false });
    expect(result.current.error?.message).toBe('The database is away.');
  });

  it('keeps the value of the part before until another is there', async () => {
    const second = deferred<string>();
    const loads = new Map([
      ['1', async () => 'page 1'],
      ['2', () => second.promise],
    ]);
    const memory = new Memory<string>();
    const { result, rerender } = renderHook(
      ({ part }) =>
        useLoad(loads.get(part)!, { key: 'a', part, memory, client }),
      { initialProps: { part: '1' } },
    );
    await waitFor(() => expect(result.current.busy).toBe(false));

    rerender({ part: '2' });
    expect(result.current).toMatchObject({
      value: 'page 1',
      busy: true,
    });
    await act(async () => second.answer('page 2'));
    expect(result.current).toMatchObject({
      value: 'page 2',
      busy: false,
    });

    rerender({ part: '1' });
    expect(result.current).toMatchObject({
      value: 'page 1',
      busy: true,
    });
    await waitFor(() => expect(result.current.busy).toBe(false));
  });
});
