import { createApp } from './app.mjs';

const state = { ready: true };
const server = createApp(state);
server.listen(Number(process.env.PORT ?? 8080));

process.on('SIGTERM', () => {
  state.ready = false;
  server.close();
});
