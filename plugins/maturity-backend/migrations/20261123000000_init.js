// @ts-check

/**
 * Sorting and paging compare these columns, so both engines must order them by their bytes.
 *
 * @param { import('knex').Knex } knex
 */
function bytewise(knex) {
  return knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
}

/**
 * @param { import('knex').Knex } knex
 */
exports.up = async function up(knex) {
  const ref = bytewise(knex);

  await knex.schema.createTable('maturity_scorecards', table => {
    table.comment('The newest scorecard of each evaluated entity');
    table.specificType('entity_ref', ref).primary().comment('Full reference');
    table.text('kind').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('title').notNullable().comment('Title, else the name');
    table
      .specificType('sort_name', ref)
      .notNullable()
      .comment('Title in lower case');
    table
      .text('search_text')
      .notNullable()
      .comment('Name, title and reference in lower case');
    table.text('description').nullable();
    table.specificType('type', ref).notNullable().comment('In lower case');
    table.text('lifecycle').notNullable();
    table.smallint('tier').nullable().comment('Declared tier');
    table.specificType('owner_ref', ref).nullable();
    table.specificType('system_ref', ref).nullable();
    table.text('stage').nullable().comment('Null for deprecated entities');
    table.smallint('stage_rank').nullable().comment('Order of the stages');
    table.text('target').nullable();
    table.text('notes').notNullable().comment('JSON list');
    table.double('overall').nullable().comment('Mean of the track scores');
    table.text('definition_version').notNullable();
    table
      .text('input_hash')
      .nullable()
      .comment('Hash of everything that the verdicts depend on');
    table
      .text('content_hash')
      .notNullable()
      .comment('Hash of the scorecard; equal hashes are not written again');
    table.timestamp('evaluated_at', { useTz: true }).notNullable();
    table
      .text('passed')
      .notNullable()
      .comment('Ids of passed checks, each between two "|"');
    table
      .text('results')
      .notNullable()
      .comment('JSON list of compact check results');
    table.index(['sort_name', 'entity_ref'], 'maturity_scorecards_name_idx');
    table.index(
      ['evaluated_at', 'entity_ref'],
      'maturity_scorecards_evaluated_idx',
    );
    table.index(['owner_ref', 'entity_ref'], 'maturity_scorecards_owner_idx');
    table.index(['type', 'entity_ref'], 'maturity_scorecards_type_idx');
  });

  await knex.schema.createTable('maturity_track_scores', table => {
    table.comment('Score of each scorecard on each track');
    table.specificType('entity_ref', ref).notNullable();
    table.text('track').notNullable();
    table.smallint('level').nullable();
    table.smallint('achievable').nullable();
    table.smallint('score').nullable();
    table.smallint('coverage').nullable();
    table.smallint('proven').nullable();
    table.text('next').notNullable().comment('JSON list of check ids');
    table.primary(['entity_ref', 'track']);
  });

  await knex.schema.createTable('maturity_results', table => {
    table.comment('Failed, unknown and exempt results, for lists and counts');
    table.specificType('entity_ref', ref).notNullable();
    table.text('check_id').notNullable();
    table.text('status').notNullable();
    table.primary(['entity_ref', 'check_id']);
  });

  await knex.schema.createTable('maturity_scopes', table => {
    table.comment('Groups, users, systems and domains that hold components');
    table.specificType('entity_ref', ref).primary();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table
      .specificType('parent_ref', ref)
      .nullable()
      .comment('Parent group; domain of a system; parent domain');
    table.index(['kind'], 'maturity_scopes_kind_idx');
    table.index(['parent_ref'], 'maturity_scopes_parent_idx');
  });

  await knex.schema.createTable('maturity_scope_members', table => {
    table.comment('Every component of a scope, those of nested scopes too');
    table.specificType('scope_ref', ref).notNullable();
    table.specificType('entity_ref', ref).notNullable();
    table.primary(['scope_ref', 'entity_ref']);
  });

  await knex.schema.createTable('maturity_sweeps', table => {
    table.comment('Runs over the catalog');
    table.increments('id');
    table.timestamp('started_at', { useTz: true }).notNullable();
    table.timestamp('finished_at', { useTz: true }).nullable();
    table.text('status').notNullable().comment('running, succeeded or failed');
    table.integer('total').notNullable().defaultTo(0);
    table.integer('evaluated').notNullable().defaultTo(0);
    table.integer('written').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.text('error').nullable();
    table.index(['status', 'id'], 'maturity_sweeps_status_idx');
  });

  await knex.schema.createTable('maturity_state', table => {
    table.comment('Single values that every replica reads');
    table.text('key').primary();
    table.text('value').notNullable().comment('JSON');
  });
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_state');
  await knex.schema.dropTable('maturity_sweeps');
  await knex.schema.dropTable('maturity_scope_members');
  await knex.schema.dropTable('maturity_scopes');
  await knex.schema.dropTable('maturity_results');
  await knex.schema.dropTable('maturity_track_scores');
  await knex.schema.dropTable('maturity_scorecards');
};
