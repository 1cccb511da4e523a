import { connect } from 'node:net';

const LONGEST_MS = 15_000;
const DRIP_MS = 50;

/**
 * Sends text to a server as it is, which clients of HTTP would refuse, and perhaps goes on a piece at a time; gives what
 * comes back until the server ends the connection, and throws when it does not.
 */
export function tell(
  address: string,
  text: string,
  options: { drip?: string } = {},
): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname);
    const drip = setInterval(() => socket.write(options.drip ?? ''), DRIP_MS);
    const late = setTimeout(() => {
      clearInterval(drip);
      socket.destroy();
      const start = text.slice(0, 60);
      reject(new Error(`"${start}" is held open; answered "${answer}".`));
    }, LONGEST_MS);
    socket.on('data', data => (answer += data));
    // A server may end a connection while something is on its way.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      clearTimeout(late);
      resolve(answer);
    });
    if (text) socket.write(text);
  });
}
