import { createApp } from '@backstage/frontend-defaults';
import { shellModule } from './modules/shell';

/** The demo portal; plugins are discovered from this package's dependencies (`app.packages: all`). */
export const App = createApp({ features: [shellModule] });
