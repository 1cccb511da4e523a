import fc from 'fast-check';
import { decide } from './decide';
import { blobId, type FileContent } from './files';
import type { Standing } from './serviceFolder';

const labels = { mine: 'this service', theirs: 'node-service 2.0.0' };

function file(content: string | Buffer, executable = false): FileContent {
  return { bytes: Buffer.from(content), executable };
}

/** Runs a decision on `a`; what there is no content for is absent. */
async function decideOn(sides: {
  base?: FileContent;
  mine?: FileContent | 'blocked';
  theirs?: FileContent;
  isLost?: boolean;
}) {
  const { base, mine, theirs, isLost } = sides;
  const standing: Standing = mine ?? 'absent';
  const change = await decide({
    path: 'a',
    base: base && { id: blobId(base.bytes), executable: base.executable },
    mine: standing,
    theirs,
    labels,
    findBase: async () => (isLost ? undefined : base?.bytes),
  });
  if (change === undefined) return 'nothing';
  if (!('content' in change)) return change.kind;
  const { content, kind } = change;
  const mode = content.executable ? ' executable' : '';
  return `${kind} ${JSON.stringify(String(content.bytes))}${mode}`;
}

const [o, m, t] = [file('o\n'), file('m\n'), file('t\n')];

describe('decide', () => {
  it.each<[string, Parameters<typeof decideOn>[0], string]>([
    ['a new file', { theirs: t }, 'added "t\\n"'],
    ['a new file that is there', { mine: t, theirs: t }, 'nothing'],
    [
      'a new file that is there with another content',
      { mine: m, theirs: t },
      'conflict "<<<<<<< this service\\nm\\n=======\\nt\\n>>>>>>> node-service 2.0.0\\n"',
    ],
    ['a file that nobody changed', { base: o, mine: o, theirs: o }, 'nothing'],
    ['a changed template', { base: o, mine: o, theirs: t }, 'updated "t\\n"'],
    ['a changed service', { base: o, mine: m, theirs: o }, 'nothing'],
    ['the same change', { base: o, mine: t, theirs: t }, 'nothing'],
    [
      'changes in different places',
      {
        base: file('1\n2\n3\n'),
        mine: file('m\n2\n3\n'),
        theirs: file('1\n2\nt\n'),
      },
      'merged "m\\n2\\nt\\n"',
    ],
    [
      'changes in different places of a lost base',
      {
        base: file('1\n2\n3\n'),
        mine: file('m\n2\n3\n'),
        theirs: file('1\n2\nt\n'),
        isLost: true,
      },
      'conflict "<<<<<<< this service\\nm\\n2\\n3\\n=======\\n1\\n2\\nt\\n>>>>>>> node-service 2.0.0\\n"',
    ],
    ['a file that the template dropped', { base: o, mine: o }, 'removed'],
    ['a changed file that the template dropped', { base: o, mine: m }, 'kept'],
    ['a file that both dropped', { base: o }, 'nothing'],
    ['a file that the service dropped', { base: o, theirs: o }, 'nothing'],
    [
      'a file that the service dropped and the template changed',
      { base: o, theirs: t },
      'left-out',
    ],
    [
      'a folder in the place of a dropped file',
      { base: o, mine: 'blocked', theirs: t },
      'left-out',
    ],
    [
      'bytes that are no text',
      { base: file('o\0'), mine: file('m\0'), theirs: file('t\0') },
      'beside "t\\u0000"',
    ],
    [
      'bytes that only the template changed',
      { base: file('o\0'), mine: file('o\0'), theirs: file('t\0') },
      'updated "t\\u0000"',
    ],
    [
      'a permission that the template gave',
      { base: o, mine: o, theirs: file('o\n', true) },
      'updated "o\\n" executable',
    ],
    [
      'a permission that the service gave',
      { base: o, mine: file('o\n', true), theirs: t },
      'updated "t\\n" executable',
    ],
    [
      'a permission that the template took, beside a merge',
      {
        base: file('1\n2\n3\n', true),
        mine: file('m\n2\n3\n', true),
        theirs: file('1\n2\nt\n'),
      },
      'merged "m\\n2\\nt\\n"',
    ],
    [
      'a checkout with the lines of Windows',
      { base: o, mine: file('o\r\n'), theirs: t },
      'updated "t\\r\\n"',
    ],
    [
      'a checkout with the lines of Windows, without any change',
      { base: o, mine: file('o\r\n'), theirs: o },
      'nothing',
    ],
    [
      'a checkout with the lines of Windows that is up to date',
      { base: o, mine: file('t\r\n'), theirs: t },
      'nothing',
    ],
    [
      'changes in a checkout with the lines of Windows',
      {
        base: file('1\n2\n3\n'),
        mine: file('m\r\n2\r\n3\r\n'),
        theirs: file('1\n2\nt\n'),
      },
      'merged "m\\r\\n2\\r\\nt\\r\\n"',
    ],
    [
      'a template that goes over to other lines',
      { base: file('o\r\n'), mine: file('o\r\n'), theirs: o },
      'updated "o\\n"',
    ],
  ])('decides on %s', async (_, sides, expected) => {
    expect(await decideOn(sides)).toBe(expected);
  });

  it('refuses a new file whose place is a folder', async () => {
    await expect(decideOn({ mine: 'blocked', theirs: t })).rejects.toThrow(
      'The template has the new file "a"',
    );
  });

  it('takes the new version of what nobody changed, and never loses what somebody did', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
      .map(lines => lines.map(each => `${each}\n`).join(''));
    const own = fc.nat({ max: 8 }).map(place => (base: string) => {
      const lines = base.split('\n');
      return [...lines.slice(0, place), 'own', ...lines.slice(place)].join(
        '\n',
      );
    });
    await fc.assert(
      fc.asyncProperty(
        text,
        own,
        fc.option(text, { nil: undefined }),
        fc.boolean(),
        async (before, edit, after, isLost) => {
          const base = file(before);
          const theirs = after === undefined ? undefined : file(after);
          const untouched = await decideOn({ base, mine: base, theirs });
          const expected =
            after === undefined
              ? 'removed'
              : `updated ${JSON.stringify(after)}`;
          expect(untouched).toBe(after === before ? 'nothing' : expected);
          const mine = file(edit(before));
          const edited = await decideOn({ base, mine, theirs, isLost });
          expect(edited).toMatch(/^(?:nothing|kept)$|own/);
        },
      ),
    );
  });
});
