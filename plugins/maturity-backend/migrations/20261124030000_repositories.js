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
  await knex.schema.createTable('maturity_repositories', table => {
    table.comment('What was seen in the files of entities');
    table.specificType('entity_ref', bytewise(knex)).primary();
    table
      .text('source')
      .notNullable()
      .comment('Where the files are: file:<folder> or url:<address>');
    table
      .text('host')
      .notNullable()
      .comment('Host of the address; empty for local files');
    table.text('etag').nullable().comment('State of the tree that was seen');
    table
      .binary('facts')
      .nullable()
      .comment('Compressed JSON; null before the first look');
    table.text('facts_hash').nullable();
    table
      .bigInteger('observed_at')
      .nullable()
      .comment('Epoch ms at which the tree was last seen to be as the facts');
    table
      .text('error')
      .nullable()
      .comment('Why the tree could not be read since; null while it can');
    table.integer('failures').notNullable().comment('Since the last success');
    table.bigInteger('due_at').notNullable().comment('Epoch ms, next look');
    table.index(['host', 'due_at'], 'maturity_repositories_due_idx');
    table.index(['source'], 'maturity_repositories_source_idx');
  });
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maturity_repositories');
};
