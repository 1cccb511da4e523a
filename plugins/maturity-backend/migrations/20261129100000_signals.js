// @ts-check

/**
 * @param { import('knex').Knex } knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('maturity_snapshots', table => {
    table
      .text('signals')
      .nullable()
      .comment('JSON object; null in snapshots of earlier versions');
  });
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('maturity_snapshots', table => {
    table.dropColumn('signals');
  });
};
