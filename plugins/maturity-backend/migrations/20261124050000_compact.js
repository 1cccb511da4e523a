// @ts-check

/**
 * References are compared by their bytes, as in the first migration.
 *
 * @param { import('knex').Knex } knex
 */
function bytewise(knex) {
  return isPostgres(knex) ? 'text collate "C"' : 'text';
}

/**
 * @param { import('knex').Knex } knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * SQLite keeps a table without row numbers as the tree of its key, and not both a tree of rows and an index.
 *
 * @param { import('knex').Knex } knex
 */
function byKey(knex) {
  return isPostgres(knex) ? '' : 'without rowid';
}

/**
 * Moves the rows of a table into one with the same columns that is made otherwise.
 *
 * @param { import('knex').Knex } knex
 * @param { string } table
 * @param { { columns: string[], key: string[], held?: string, make: string } } options
 */
async function remake(knex, table, { columns, key, held = '', make }) {
  const names = columns.map(column => column.split(' ')[0]).join(', ');
  const old = `${table}_old`;
  await knex.schema.renameTable(table, old);
  if (isPostgres(knex)) {
    // The name of the key goes to the new table.
    await knex.raw(`alter index ${table}_pkey rename to ${old}_pkey`);
  }
  await knex.raw(
    `create table ${table} (${columns.join(', ')},
      constraint ${table}_pkey primary key (${key.join(
      ', ',
    )}) ${held}) ${make}`,
  );
  await knex.raw(
    `insert into ${table} (${names}) select ${names} from ${old} order by ${key.join(
      ', ',
    )}`,
  );
  await knex.schema.dropTable(old);
}

/**
 * @param { import('knex').Knex } knex
 * @param { string } check - type of the id of a check
 */
const results = (knex, check) => [
  `entity_ref ${bytewise(knex)} not null`,
  `check_id ${check} not null`,
  'status text not null',
];

/** @param { import('knex').Knex } knex */
const trackScores = knex => [
  `entity_ref ${bytewise(knex)} not null`,
  'track text not null',
  'level smallint',
  'achievable smallint',
  'score smallint',
  'coverage smallint',
  'proven smallint',
  'next text not null',
];

const FAMILIES = ['owners', 'systems', 'domains'];

/**
 * Makes and fills the table of members as it was.
 *
 * @param { import('knex').Knex } knex
 */
async function addScopeMembers(knex) {
  const ref = bytewise(knex);
  await knex.schema.createTable('maturity_scope_members', table => {
    table.comment('Every component of a scope, those of nested scopes too');
    table.specificType('scope_ref', ref).notNullable();
    table.specificType('entity_ref', ref).notNullable();
    table.primary(['scope_ref', 'entity_ref']);
  });
  for (const family of FAMILIES) {
    await knex.raw(
      `insert into maturity_scope_members (scope_ref, entity_ref)
        select s.scope_ref, p.entity_ref from maturity_scope_sets s
        join maturity_placements p on p.${family} = s.scope_set`,
    );
  }
}

/** @param { import('knex').Knex } knex */
async function addStatistics(knex) {
  if (!isPostgres(knex)) return;
  await knex.raw(
    'create statistics maturity_results_statistics (mcv) on check_id, status from maturity_results',
  );
}

/**
 * @param { import('knex').Knex } knex
 */
exports.up = async function up(knex) {
  // Results are asked for by check. Which of them belong to an entity stands in its scorecard.
  await remake(knex, 'maturity_results', {
    columns: results(knex, bytewise(knex)),
    key: ['check_id', 'entity_ref'],
    // Counts are then answered by the index alone.
    held: isPostgres(knex) ? 'include (status)' : '',
    make: byKey(knex),
  });
  await addStatistics(knex);
  await remake(knex, 'maturity_track_scores', {
    columns: trackScores(knex),
    key: ['entity_ref', 'track'],
    make: byKey(knex),
  });
  // The placements tell the same with a row for each component instead of one for each of its scopes.
  await knex.schema.dropTable('maturity_scope_members');
  await knex.schema.alterTable('maturity_scope_sets', table => {
    table.index(['scope_ref', 'scope_set'], 'maturity_scope_sets_scope_idx');
  });
  await knex.schema.alterTable('maturity_placements', table => {
    for (const family of FAMILIES) {
      table.index([family, 'entity_ref'], `maturity_placements_${family}_idx`);
    }
  });
  if (isPostgres(knex)) {
    // Packing and unpacking the longest column costs more than the room that it saves.
    await knex.raw(
      'alter table maturity_scorecards alter column results set storage external',
    );
  }
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw(
      'alter table maturity_scorecards alter column results set storage extended',
    );
  }
  await knex.schema.alterTable('maturity_placements', table => {
    for (const family of FAMILIES) {
      table.dropIndex([], `maturity_placements_${family}_idx`);
    }
  });
  await knex.schema.alterTable('maturity_scope_sets', table => {
    table.dropIndex([], 'maturity_scope_sets_scope_idx');
  });
  await addScopeMembers(knex);
  await remake(knex, 'maturity_track_scores', {
    columns: trackScores(knex),
    key: ['entity_ref', 'track'],
    make: '',
  });
  await remake(knex, 'maturity_results', {
    columns: results(knex, 'text'),
    key: ['entity_ref', 'check_id'],
    make: '',
  });
  await addStatistics(knex);
  await knex.schema.alterTable('maturity_results', table => {
    table.index(
      ['check_id', 'status', 'entity_ref'],
      'maturity_results_check_idx',
    );
  });
};
