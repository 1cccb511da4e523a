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
  await knex.schema.createTable('maturity_scope_snapshots', table => {
    table.comment('Counts of groups, systems and domains, when they change');
    table.specificType('scope_ref', bytewise(knex)).notNullable();
    table
      .text('day')
      .notNullable()
      .comment('YYYY-MM-DD in UTC; holds until the next row of the scope');
    table
      .text('members_hash')
      .notNullable()
      .comment('Hash of the references of the components that were counted');
    table.text('counts').notNullable().comment('JSON object');
    table.primary(['scope_ref', 'day']);
  });
  // What changed of late is asked without the changes that came from other definitions.
  await knex.schema.alterTable('maturity_history', table => {
    table.index(
      ['new_definitions', 'changed_at'],
      'maturity_history_recent_idx',
    );
  });
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('maturity_history', table => {
    table.dropIndex([], 'maturity_history_recent_idx');
  });
  await knex.schema.dropTable('maturity_scope_snapshots');
};
