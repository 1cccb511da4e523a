// @ts-check
const { hash } = require('node:crypto');

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
 * SQLite keeps whole scorecards in one tree, so a walk over all of them reads every byte of every one.
 * This index holds what roll-ups need of them. PostgreSQL stores the long values elsewhere, and would
 * refuse an index entry that is too long.
 *
 * @param { import('knex').Knex } knex
 */
async function indexRollUps(knex) {
  if (isPostgres(knex)) return;
  await knex.raw(
    `create index maturity_scorecards_roll_up_idx on maturity_scorecards
      (entity_ref, type, tier, roll_up_key, roll_up)`,
  );
}

/** @type { Record<string, string> } */
const FAMILIES = {
  group: 'owners',
  user: 'owners',
  system: 'systems',
  domain: 'domains',
};

/**
 * Gives each component the sets of scopes that hold it, as every sweep does.
 *
 * @param { import('knex').Knex } knex
 */
async function placeComponents(knex) {
  const rows = await knex('maturity_scope_members as m')
    .join('maturity_scopes as s', 's.entity_ref', 'm.scope_ref')
    .select('m.entity_ref', 'm.scope_ref', 's.kind')
    .orderBy(['m.entity_ref', 'm.scope_ref']);
  const placements = new Map();
  for (const { entity_ref, scope_ref, kind } of rows) {
    const lists = placements.get(entity_ref) ?? {};
    placements.set(entity_ref, lists);
    (lists[FAMILIES[kind]] ??= []).push(scope_ref);
  }
  /** @type { Map<string, string[]> } */
  const sets = new Map();
  /** @param { string[] | undefined } refs */
  const idOf = refs => {
    if (!refs) return null;
    const id = hash('sha1', refs.join('\n'), 'base64url');
    sets.set(id, refs);
    return id;
  };
  const placed = Array.from(placements, ([entity_ref, lists]) => ({
    entity_ref,
    owners: idOf(lists.owners),
    systems: idOf(lists.systems),
    domains: idOf(lists.domains),
  }));
  const members = Array.from(sets, ([scope_set, refs]) =>
    refs.map(scope_ref => ({ scope_set, scope_ref })),
  ).flat();
  await knex.batchInsert('maturity_placements', placed, 200);
  await knex.batchInsert('maturity_scope_sets', members, 200);
}

/**
 * @param { import('knex').Knex } knex
 */
exports.up = async function up(knex) {
  const ref = bytewise(knex);

  await knex.schema.alterTable('maturity_scorecards', table => {
    table
      .text('roll_up')
      .notNullable()
      .defaultTo('')
      .comment('JSON list of what roll-ups need, checks by their number');
    table
      .text('roll_up_key')
      .notNullable()
      .defaultTo('')
      .comment('Hash of the tracks and checks that roll_up numbers');
  });
  await indexRollUps(knex);
  // In order of type as before, and enough to count what the usual filters find.
  await knex.schema.alterTable('maturity_scorecards', table => {
    table.dropIndex([], 'maturity_scorecards_type_idx');
    table.index(
      ['type', 'entity_ref', 'tier', 'lifecycle', 'stage'],
      'maturity_scorecards_filter_idx',
    );
  });
  // A search looks at the sort name and the reference, which an index holds.
  await knex.raw('alter table maturity_scorecards drop column search_text');

  await knex.schema.alterTable('maturity_results', table => {
    table.index(
      ['check_id', 'status', 'entity_ref'],
      'maturity_results_check_idx',
    );
  });

  if (isPostgres(knex)) {
    // How often a check fails is nothing that the shares of checks and of failures tell apart.
    await knex.raw(
      'create statistics maturity_results_statistics (mcv) on check_id, status from maturity_results',
    );
  }

  await knex.schema.alterTable('maturity_scopes', table => {
    table
      .text('members_hash')
      .notNullable()
      .defaultTo('')
      .comment('Hash of the references of all its components');
  });
  await knex.schema.createTable('maturity_placements', table => {
    table.comment('Each component with the sets of scopes that hold it');
    table.specificType('entity_ref', ref).primary();
    table.text('owners').nullable().comment('Set of groups and users');
    table.text('systems').nullable().comment('Set of systems');
    table.text('domains').nullable().comment('Set of domains');
  });
  await knex.schema.createTable('maturity_scope_sets', table => {
    table.comment('The scopes of each set; components share sets');
    table.text('scope_set').notNullable();
    table.specificType('scope_ref', ref).notNullable();
    table.primary(['scope_set', 'scope_ref']);
  });

  await placeComponents(knex);
  // The rest of what was added is filled by the next sweep, which evaluates everything again.
  await knex('maturity_scorecards').update({ content_hash: '' });
  await knex('maturity_inputs').delete();
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_scope_sets');
  await knex.schema.dropTable('maturity_placements');
  await knex.raw('alter table maturity_scopes drop column members_hash');
  if (isPostgres(knex)) {
    await knex.raw('drop statistics maturity_results_statistics');
  }
  await knex.schema.alterTable('maturity_results', table => {
    table.dropIndex([], 'maturity_results_check_idx');
  });
  const table = 'alter table maturity_scorecards';
  await knex.raw(`${table} add column search_text text not null default ''`);
  await knex.raw(
    `update maturity_scorecards set search_text =
      lower(name) || '\n' || sort_name || '\n' || entity_ref`,
  );
  await knex.schema.alterTable('maturity_scorecards', columns => {
    columns.dropIndex([], 'maturity_scorecards_filter_idx');
    columns.index(['type', 'entity_ref'], 'maturity_scorecards_type_idx');
  });
  await knex.raw('drop index if exists maturity_scorecards_roll_up_idx');
  await knex.raw(`${table} drop column roll_up`);
  await knex.raw(`${table} drop column roll_up_key`);
};
