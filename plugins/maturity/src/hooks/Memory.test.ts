import { Memory } from './Memory';

describe('Memory', () => {
  const client = {};

  it('keeps what was read under a key, for one client', () => {
    const memory = new Memory<string>();
    memory.set(client, 'a', 'first');
    memory.set(client, 'a', 'second');

    expect(memory.get(client, 'a')).toBe('second');
    expect(memory.get(client, 'b')).toBeUndefined();
    expect(memory.get({}, 'a')).toBeUndefined();
  });

  it('forgets what is deleted', () => {
    const memory = new Memory<string>();
    memory.set(client, 'a', 'first');
    memory.delete(client, 'a');

    expect(memory.get(client, 'a')).toBeUndefined();
  });

  it('lets the oldest give way after thirty answers', () => {
    const memory = new Memory<number>();
    for (let index = 0; index < 31; index += 1) {
      memory.set(client, String(index), index);
      // What is read again counts as new.
      memory.set(client, '0', 0);
    }

    expect(memory.get(client, '0')).toBe(0);
    expect(memory.get(client, '1')).toBeUndefined();
    expect(memory.get(client, '2')).toBe(2);
    expect(memory.get(client, '30')).toBe(30);
  });
});
