import { SignInPage } from '@backstage/core-components';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** Anybody may look around the demo as a guest. */
export const guestSignIn = SignInPageBlueprint.make({
  params: {
    loader: async () => props =>
      (
        <SignInPage
          {...props}
          title="Backstage Maturity"
          align="center"
          providers={['guest']}
        />
      ),
  },
});
