// @ts-check

/**
 * References are compared by their bytes, as in the first migration.
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

  await knex.schema.createTable('maturity_inputs', table => {
    table.comment('What the verdicts of each scorecard depend on');
    table.specificType('entity_ref', ref).primary();
    table
      .text('input_hash')
      .notNullable()
      .comment('Hash of the entity, answers, facts and definitions');
    table
      .text('questions')
      .notNullable()
      .comment('JSON list of what was asked about other entities');
    table
      .bigInteger('next_change')
      .nullable()
      .comment('Epoch ms at which time alone may change a verdict');
    table.bigInteger('evaluated_at').notNullable().comment('Epoch ms');
  });

  await knex.schema.createTable('maturity_history', table => {
    table.comment('Changes of levels, stages and statuses of results');
    table.increments('id');
    table.specificType('entity_ref', ref).notNullable();
    table.bigInteger('changed_at').notNullable().comment('Epoch ms');
    table.text('definition_version').notNullable();
    table
      .boolean('new_definitions')
      .notNullable()
      .comment('True when other definitions were in force before');
    table.text('changes').notNullable().comment('JSON');
    table.index(['entity_ref', 'id'], 'maturity_history_entity_idx');
    table.index(['changed_at'], 'maturity_history_time_idx');
  });

  await knex.schema.createTable('maturity_snapshots', table => {
    table.comment('Counts of the organization, one row for each UTC day');
    table.text('day').primary().comment('YYYY-MM-DD');
    table.text('definition_version').notNullable();
    table
      .boolean('new_definitions')
      .notNullable()
      .comment('True when the day before had other definitions');
    table.text('counts').notNullable().comment('JSON');
  });

  // The hash stands beside the questions now: it may change when no verdict does.
  await knex.raw('alter table maturity_scorecards drop column input_hash');
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table maturity_scorecards add column input_hash text');
  await knex.schema.dropTable('maturity_snapshots');
  await knex.schema.dropTable('maturity_history');
  await knex.schema.dropTable('maturity_inputs');
};
