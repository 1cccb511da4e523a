// @ts-check

/**
 * @param { import('knex').Knex } knex
 */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

const COLUMNS = ['type', 'entity_ref', 'tier', 'lifecycle', 'stage'];

/**
 * @param { import('knex').Knex } knex
 * @param { string[] } columns
 */
async function remakeFilterIndex(knex, columns) {
  // PostgreSQL sorts what it finds without a whole row for each, and refuses entries that are too long.
  if (isPostgres(knex)) return;
  await knex.schema.alterTable('maturity_scorecards', table => {
    table.dropIndex([], 'maturity_scorecards_filter_idx');
    table.index(columns, 'maturity_scorecards_filter_idx');
  });
}

/**
 * A filtered list by name is then found in the index alone, and rows are read for one page only.
 *
 * @param { import('knex').Knex } knex
 */
exports.up = async function up(knex) {
  await remakeFilterIndex(knex, [...COLUMNS, 'sort_name']);
};

/**
 * @param { import('knex').Knex } knex
 */
exports.down = async function down(knex) {
  await remakeFilterIndex(knex, COLUMNS);
};
