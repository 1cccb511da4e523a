import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { guestSignIn } from './signIn';
import { navigation } from './navigation';

/** What surrounds the pages of the demo portal: sign-in and navigation. */
export const shellModule = createFrontendModule({
  pluginId: 'app',
  extensions: [guestSignIn, navigation],
});
