import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import { createRouter } from '../../plugins/maturity-backend/src/service';
import { connect } from './database';
import { benchMaturity } from './maturity';

// Serves a filled database on a loopback port, tells the port, and answers each message with its peak memory.
async function main(): Promise<void> {
  const db = await connect(process.argv[2]);
  const { service, config } = benchMaturity(db, {});
  const httpAuth: HttpAuthService = Object.assign(Object.create(null), {
    credentials: async () => ({ principal: { type: 'user' } }),
  });
  const app = express();
  app.use(createRouter({ service, httpAuth, definitions: config.definitions }));
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({
      port: typeof address === 'object' && address ? address.port : 0,
    });
  });
  process.on('message', () => {
    process.send?.({ peak: Math.round(process.resourceUsage().maxRSS / 1024) });
  });
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
