import { REPOSITORY } from '../repository';
import type { Api } from './LoopbackHosts';

const PROJECT = '/api/v4/projects/acme%2Fmoney%2Fbilling';

/** Of the API of GitLab what it takes to make the project `invoices` and to propose a change of `billing`. */
export const gitlab: Api = ({ call, git, address }) => {
  switch (call) {
    case 'GET /api/v4/namespaces/acme%2Fmoney':
      return { id: 7, kind: 'group' };
    case 'GET /api/v4/user':
      return { id: 1 };
    case 'GET /api/v4/groups/acme%2Fmoney/projects':
      return [];
    case 'POST /api/v4/projects':
      git.create('gitlab/invoices.git');
      return {
        id: 9,
        http_url_to_repo: `${address}/git/gitlab/invoices.git`,
      };
    case `GET ${PROJECT}`:
      return { default_branch: 'main' };
    case `GET ${PROJECT}/repository/tree`:
      return Object.keys(REPOSITORY).map(path => ({ path, type: 'blob' }));
    case `POST ${PROJECT}/repository/branches`:
      return {};
    case `POST ${PROJECT}/repository/commits`:
      return { id: 'commit-2' };
    case `POST ${PROJECT}/merge_requests`:
      return {
        iid: 12,
        web_url: 'https://gitlab.com/acme/money/billing/-/merge_requests/12',
      };
    default:
      return undefined;
  }
};
