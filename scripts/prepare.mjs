// Fetches and installs what the workspace needs, and does nothing where it is there.
import { prepareWorkspace } from './workspace.mjs';

prepareWorkspace();
