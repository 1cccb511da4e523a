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

  await knex.schema.createTable('maturity_facts', table => {
    table.comment('What fact providers gave last');
    table.text('provider').notNullable();
    table.specificType('entity_ref', ref).notNullable();
    table.text('value').nullable().comment('JSON object; null before any');
    table
      .bigInteger('observed_at')
      .nullable()
      .comment('Epoch ms until which the provider is known to have given it');
    table
      .text('error')
      .nullable()
      .comment('Why there is no newer value; null while there is');
    table.primary(['provider', 'entity_ref']);
    table.index(['entity_ref'], 'maturity_facts_entity_idx');
  });

  await knex.schema.createTable('maturity_leases', table => {
    table.comment('Who may do what only one process does at a time');
    table.text('name').primary();
    table.text('holder').nullable().comment('Null when it was given back');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Epoch ms by the clock of the database');
    table
      .bigInteger('length')
      .notNullable()
      .comment('How far ahead its holder sets the end, in ms');
  });

  // Whoever writes scorecards locks this row, so it must be there before the first sweep.
  await knex('maturity_state')
    .insert({ key: 'fence', value: '0' })
    .onConflict('key')
    .ignore();
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_leases');
  await knex.schema.dropTable('maturity_facts');
};
