import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { writeAhead } from './writeAhead';

describe('writeAhead', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'maturity-write-ahead-'));
  const clients: Knex[] = [];

  function connect(connection: string): Knex {
    const client = knexFactory({
      client: 'better-sqlite3',
      connection,
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    clients.push(client);
    return client;
  }

  afterAll(async () => {
    await Promise.all(clients.map(client => client.destroy()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('lets a file be written while somebody reads it, and neither waits', async () => {
    const file = path.join(folder, 'shared.sqlite');
    const writer = connect(file);
    await writeAhead(writer);
    await writer.schema.createTable('words', table => table.text('word'));
    await writer('words').insert({ word: 'before' });
    const reader = connect(file);

    const reading = await reader.transaction();
    const first = await reading('words').pluck('word');
    // Without the log this waits for the reader, and gives up.
    await writer('words').insert({ word: 'after' });
    const second = await reading('words').pluck('word');
    await reading.rollback();

    expect(first).toEqual(['before']);
    expect(second).toEqual(['before']);
    expect(await reader('words').pluck('word')).toEqual(['before', 'after']);
  });

  it('leaves a file that somebody else holds as it is', async () => {
    const file = path.join(folder, 'held.sqlite');
    const holder = connect(file);
    await holder.schema.createTable('words', table => table.text('word'));
    await holder.raw('begin exclusive');
    const other = connect(file);
    await other.raw('pragma busy_timeout = 1');

    await writeAhead(other);

    await holder.raw('rollback');
    expect(await other.raw('pragma journal_mode')).toEqual([
      { journal_mode: 'delete' },
    ]);
    // Without a log each transaction waits for the disk, or a loss of power could damage the file.
    expect(await other.raw('pragma synchronous')).toEqual([{ synchronous: 2 }]);
    await other('words').insert({ word: 'after' });
    expect(await holder('words').pluck('word')).toEqual(['after']);
  });

  it('leaves a database in memory as it is', async () => {
    const memory = connect(':memory:');
    await writeAhead(memory);
    await memory.schema.createTable('words', table => table.text('word'));
    expect(await memory('words')).toEqual([]);
    expect(await memory.raw('pragma journal_mode')).toEqual([
      { journal_mode: 'memory' },
    ]);
  });
});
