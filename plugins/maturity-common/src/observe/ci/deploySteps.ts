import { baseOf } from '../paths';
import { readCall } from './call';
import type { Action, Command } from './model';

/** Words after the program that change a running system. */
const DEPLOYS = new Map<string, RegExp>([
  ['kubectl', /^(?:apply|replace|patch|set image|rollout restart)\b/],
  ['oc', /^(?:apply|replace|rollout|set image)\b/],
  ['helm', /^(?:upgrade|install)\b/],
  ['helmfile', /^(?:apply|sync)\b/],
  ['terraform', /^apply\b/],
  ['tofu', /^apply\b/],
  ['terragrunt', /^(?:run-all )?apply\b/],
  ['pulumi', /^up\b/],
  ['cdk', /^deploy\b/],
  ['serverless', /^deploy\b/],
  ['sls', /^deploy\b/],
  ['sam', /^deploy\b/],
  [
    'aws',
    /^(?:ecs update-service|lambda update-function-code|cloudformation deploy|deploy create-deployment|s3 sync|elasticbeanstalk update-environment)\b/,
  ],
  ['eb', /^deploy\b/],
  ['gcloud', /^(?:\w+ )?(?:run|app|functions) (?:deploy|services update)\b/],
  [
    'az',
    /^(?:webapp|functionapp|containerapp|deployment)\b.*\b(?:deploy|up|update|create|config-zip)\b/,
  ],
  ['azd', /^(?:up|deploy)\b/],
  ['flyctl', /^deploy\b/],
  ['fly', /^deploy\b/],
  ['vercel', /^(?:deploy|--prod)\b|^$/],
  ['netlify', /^deploy\b/],
  ['wrangler', /^(?:deploy|publish)\b/],
  ['firebase', /^deploy\b/],
  ['ansible-playbook', /./],
  ['argocd', /^app (?:sync|set)\b/],
  ['flux', /^reconcile\b/],
  ['cf', /^push\b/],
  ['skaffold', /^(?:run|deploy)\b/],
  ['docker', /^stack deploy\b/],
  ['nomad', /^(?:job )?run\b/],
  ['heroku', /^container:release\b/],
  ['kamal', /^deploy\b/],
  ['cap', /\bdeploy\b/],
  ['make', /^deploy\b/],
  ['just', /^deploy\b/],
  ['task', /^deploy\b/],
]);

/** Programs that run the script that is named first. */
const INTERPRETERS = new Set([
  'bash',
  'sh',
  'zsh',
  'pwsh',
  'node',
  'python',
  'python3',
  'ruby',
]);
const DEPLOY_SCRIPT = /^deploy(?:$|[._-])/;

/** The deploy command that a command runs; undefined when it runs none or only tries it. */
export function deployCommand(command: Command): string | undefined {
  const call = readCall(command.words);
  if (!call || call.args.some(arg => /^--dry-run(?:=(?!none).*)?$/.test(arg))) {
    return undefined;
  }
  if (call.script !== undefined && /^deploy(?:$|[:_-])/.test(call.script)) {
    return `${call.program} ${call.script}`;
  }
  const program = call.script ?? call.program;
  const args = call.script === undefined ? call.args : call.args.slice(1);
  const words = positionalText(args);
  if (DEPLOY_SCRIPT.test(call.program) && call.program !== call.script) {
    return call.program;
  }
  const [first = ''] = args;
  if (INTERPRETERS.has(program) && DEPLOY_SCRIPT.test(baseOf(first))) {
    return `${program} ${first}`.slice(0, 60);
  }
  return DEPLOYS.get(program)?.test(words)
    ? `${program} ${words}`.trim().slice(0, 60)
    : undefined;
}

/** `kubectl -n shop apply -f x` reads as `apply x`: flags before the verb do not hide it. */
function positionalText(args: readonly string[]): string {
  const withValue =
    /^-(?:n|f|C|v|-namespace|-context|-kube-context|-kubeconfig|-filename|-profile|-region|-chdir|-environment)$/;
  const found: string[] = [];
  args.forEach((arg, index) => {
    const isValue = withValue.test(args[index - 1] ?? '');
    if (!isValue && (!arg.startsWith('-') || arg === '--prod')) {
      found.push(arg);
    }
  });
  return found.join(' ');
}

const DEPLOY_ACTIONS = [
  /^azure\/(?:webapps-deploy|k8s-deploy|functions-action|container-apps-deploy-action|static-web-apps-deploy|arm-deploy)$/,
  /^google-github-actions\/deploy-[\w-]+$/,
  /^aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy|aws-lambda-deploy)$/,
  /^actions\/deploy-pages$/,
  /^cloudflare\/(?:wrangler|pages)-action$/,
  /^amondnet\/vercel-action$/,
  /^firebaseextended\/action-hosting-deploy$/,
  /^peaceiris\/actions-gh-pages$/,
  /^akhileshns\/heroku-deploy$/,
  /^pulumi\/actions$/,
  /^(?:kubernetesmanifest|helmdeploy|azurewebapp|azurermwebappdeployment|azurefunctionapp|azurecontainerapps|azureresourcemanagertemplatedeployment)$/,
  /^atlassian\/[\w-]*(?:deploy|kubectl-run)[\w-]*$/,
  /^aws-ecs\/(?:deploy_service_update|deploy-service-update)$/,
  /^(?:\.\/)?\.github\/(?:workflows|actions)\/deploy[\w./-]*$/,
];

/** The same for a ready-made step. */
export function deployAction(action: Action): string | undefined {
  return DEPLOY_ACTIONS.some(pattern => pattern.test(action.name))
    ? action.name
    : undefined;
}
