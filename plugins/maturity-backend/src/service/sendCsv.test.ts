import { Writable } from 'node:stream';
import { sendCsv } from './sendCsv';

/** An answer that remembers what was written. */
function answer() {
  const sent: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      sent.push(String(chunk));
      done();
    },
  });
  return Object.assign(stream, { sent, setHeader: jest.fn() });
}

/** Lines that tell when they are asked for, and how they ended. */
function lines(before: (line: number) => void) {
  const ended = { times: 0 };
  async function* text(): AsyncGenerator<string, void> {
    try {
      for (let line = 0; line < 3; line++) {
        before(line);
        yield `${line}\r\n`;
      }
    } finally {
      ended.times += 1;
    }
  }
  return { text: text(), ended };
}

describe('sendCsv', () => {
  it('sends all lines', async () => {
    const to = answer();
    const { text, ended } = lines(() => {});
    await sendCsv(to, { text, filename: 'a.csv' });
    expect(to.sent.join('')).toBe('0\r\n1\r\n2\r\n');
    expect(ended.times).toBe(1);
  });

  it.each([
    ['before the first line', 0],
    ['after it', 1],
  ])('ends the text when the caller goes away %s', async (_when, at) => {
    const to = answer();
    const { text, ended } = lines(line => {
      if (line === at) to.destroy();
    });
    await expect(
      sendCsv(to, { text, filename: 'a.csv' }),
    ).resolves.toBeUndefined();
    expect(ended.times).toBe(1);
  });

  it.each([
    ['before the first line', 0],
    ['after it', 1],
  ])('passes a failure on %s', async (_when, at) => {
    const { text, ended } = lines(line => {
      if (line === at) throw new Error('broken');
    });
    await expect(
      sendCsv(answer(), { text, filename: 'a.csv' }),
    ).rejects.toThrow('broken');
    expect(ended.times).toBe(1);
  });
});
