import type { Api } from './LoopbackHosts';

/** Of the API of GitHub what it takes to make the repository `checkout` and to propose a change of `billing`. */
export const github: Api = ({ call, git, address }) => {
  switch (call) {
    case 'GET /users/acme':
      return { type: 'Organization' };
    case 'POST /orgs/acme/repos':
      git.create('github/checkout.git');
      return {
        clone_url: `${address}/git/github/checkout.git`,
        html_url: 'https://github.com/acme/checkout',
      };
    case 'PUT /repos/acme/checkout/branches/main/protection':
      return {};
    case 'GET /repos/acme/billing':
      return { default_branch: 'main', permissions: { push: true } };
    case 'GET /repos/acme/billing/commits':
      return [{ sha: 'commit-1', commit: { tree: { sha: 'tree-1' } } }];
    case 'POST /repos/acme/billing/git/blobs':
      return { sha: 'blob' };
    case 'POST /repos/acme/billing/git/trees':
      return { sha: 'tree-2' };
    case 'POST /repos/acme/billing/git/commits':
      return { sha: 'commit-2' };
    case 'POST /graphql':
      return { data: { repository: { ref: null } } };
    case 'POST /repos/acme/billing/git/refs':
      return {};
    case 'POST /repos/acme/billing/pulls':
      return {
        number: 12,
        html_url: 'https://github.com/acme/billing/pull/12',
        base: { ref: 'main' },
      };
    default:
      return undefined;
  }
};
