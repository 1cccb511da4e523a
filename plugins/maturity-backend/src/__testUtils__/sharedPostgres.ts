import { startPostgres } from './postgres';

/**
 * Starts one server for all test files of a run; a server of its own takes each of them two seconds.
 * Jest calls this before the first file. The server stops when the process ends that called it.
 */
export default async function sharePostgres(): Promise<void> {
  const { adminUrl } = await startPostgres();
  process.env.MATURITY_TEST_POSTGRES_URL = adminUrl;
}
