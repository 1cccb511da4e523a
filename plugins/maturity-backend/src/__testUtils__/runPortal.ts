import { createBackend } from '@backstage/backend-defaults';
import { maturityPlugin } from '../plugin';

// A portal in a process of its own, with everything real, for tests that stop or kill it. Its
// configuration is the file that `--config` names.
const backend = createBackend();
backend.add(maturityPlugin);
backend.start();
