import type { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../__testUtils__/TestDatabases';
import { type Columns, insertRows } from './insertRows';

jest.setTimeout(60_000);

const databases = TestDatabases.create();
const NARROW = {
  id: 'int',
  title: 'text',
  at: 'bigint',
  share: 'float8',
  done: 'boolean',
} as const satisfies Columns;
const WIDE: Columns = {
  ...NARROW,
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`more_${at}`, 'text' as const]),
  ),
};
const MORE = Array.from({ length: 6 }, (_, at) => `more ${at}`);

describe.each(ENGINES)('insertRows on %s', engine => {
  let db: Knex;

  beforeEach(async () => {
    db = await databases.connect(engine);
    await db.schema.createTable('rows', table => {
      table.integer('id').primary();
      table.text('title').nullable();
      table.bigInteger('at').nullable();
      table.double('share').nullable();
      table.boolean('done').nullable();
      MORE.forEach((_, at) => table.text(`more_${at}`).nullable());
    });
  });

  const stored = async () => {
    const rows = await db('rows').orderBy('id');
    return rows.map(({ id, title, at, share, done }) => [
      id,
      title,
      at === null ? null : Number(at),
      share,
      done === null ? null : Boolean(done),
    ]);
  };
  const insert = (
    columns: Columns,
    rows: Knex.Value[][],
    replaceOn?: string[],
  ) =>
    db.transaction(tx =>
      insertRows(tx, { table: 'rows', columns, rows, replaceOn }),
    );

  it.each<[string, Columns, Knex.Value[]]>([
    ['narrow', NARROW, []],
    ['wide', WIDE, MORE],
  ])('keeps values of every type in %s rows', async (_, columns, more) => {
    const rows = [
      [1, `quote ' " \\ ? {} ,`, 1_800_000_000_000, 0.1, true],
      [2, 'two\nlines \u2028 \u{1f600} \\ud83d', -1, -2.5, false],
      [3, null, null, null, null],
    ];
    await insert(
      columns,
      rows.map(row => [...row, ...more]),
    );
    expect(await stored()).toEqual(rows);
  });

  it('keeps lines as they are, each with its row', async () => {
    const columns = { id: 'int', title: 'line', more_0: 'line' } as const;
    const values = [
      { text: 'separators \u001e \u001f, quotes \' " \\ and \ud83d' },
      ['?', '{}', '\u{1f600}', null],
      {},
    ];
    const rows: [number, string, string][] = values.map((value, at) => [
      at,
      JSON.stringify(value),
      JSON.stringify([value]),
    ]);
    await insert(columns, rows);
    await insert(columns, rows.slice(1), ['id']);
    const found = await db('rows').orderBy('id');
    expect(found.map(row => [row.id, row.title, row.more_0])).toEqual(rows);

    await db('rows').delete();
    const lines = rows.map(([, title, more]) => [title, more]);
    await db.schema.alterTable('rows', table => table.dropPrimary());
    await db.schema.alterTable('rows', table => table.dropColumn('id'));
    await insert({ title: 'line', more_0: 'line' }, lines);
    const again = await db('rows').select('title', 'more_0');
    expect(again.map(row => [row.title, row.more_0])).toEqual(lines);
  });

  it('writes a sign of doubt for half a character, and for NUL', async () => {
    await insert(NARROW, [[1, 'a\ud83dz \u{1f600}', 1, 1, true]]);
    await insert(NARROW, [[2, 'a\0z \\u0000', 1, 1, true]]);
    expect(await stored()).toEqual([
      [1, 'a\ufffdz \u{1f600}', 1, 1, true],
      [2, 'a\ufffdz \\u0000', 1, 1, true],
    ]);
  });

  it('replaces rows that are there, when it is told by what to know them', async () => {
    await insert(NARROW, [[1, 'old', 1, 1, true]]);
    await insert(
      NARROW,
      [
        [1, 'new', 2, 2, false],
        [2, 'other', 3, 3, true],
      ],
      ['id'],
    );
    expect(await stored()).toEqual([
      [1, 'new', 2, 2, false],
      [2, 'other', 3, 3, true],
    ]);
    await expect(insert(NARROW, [[1, 'x', 1, 1, true]])).rejects.toThrow(
      /unique/i,
    );
  });
});
