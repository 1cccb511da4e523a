import { isRecord } from '../entity/fields';
import type { Findings } from './Findings';
import { baseOf } from './paths';
import { at, entriesOf, textOf } from './text/data';
import { parseJson } from './text/jsonText';
import { parseYaml } from './text/yamlText';

/** True for a file that only infrastructure as code has. */
export function isInfrastructureFile(path: string): boolean {
  return /\.tf(?:\.json)?$|\.tofu$|(?:^|\/)(?:Chart\.yaml|kustomization\.ya?ml|Kustomization|Pulumi\.ya?ml|cdk\.json)$/.test(
    path,
  );
}

/** Notes a file of infrastructure as code when it is what its name says. */
export function observeInfrastructure(
  findings: Findings,
  options: { path: string; text: string },
): void {
  const { path, text } = options;
  const tool = readTool(baseOf(path), text);
  if (tool === undefined) {
    findings.problem(
      path,
      `Infrastructure as code was expected in "${baseOf(
        path,
      )}", and nothing of it was found.`,
    );
  } else {
    findings.see('infrastructure-as-code', path, tool);
  }
}

const TERRAFORM_BLOCK =
  /^(?:resource|module|provider|terraform|data|variable|output|locals|moved|import)$/;

function readTool(name: string, text: string): string | undefined {
  if (name.endsWith('.tf.json')) {
    const blocks = entriesOf(parseJson(text));
    return blocks.some(([block]) => TERRAFORM_BLOCK.test(block))
      ? 'terraform'
      : undefined;
  }
  if (/\.(?:tf|tofu)$/.test(name)) {
    const code = text.replace(/\/\*[^]*?(?:\*\/|$)|(?:#|\/\/)[^\n]*/g, '');
    return /^[ \t]*(?:resource|module|provider|terraform|data|variable|output|locals|moved|import)\b[^{}\n]*\{/m.test(
      code,
    )
      ? 'terraform'
      : undefined;
  }
  if (name === 'cdk.json') {
    return textOf(at(parseJson(text), 'app')) === undefined ? undefined : 'cdk';
  }
  const parse = parseYaml(text);
  const data = parse.ok ? parse.documents[0]?.data : undefined;
  switch (name) {
    case 'Chart.yaml':
      return textOf(at(data, 'name')) === undefined ? undefined : 'helm';
    case 'Pulumi.yaml':
    case 'Pulumi.yml':
      return at(data, 'runtime') === undefined ? undefined : 'pulumi';
    default:
      return isRecord(data) && Object.keys(data).length > 0
        ? 'kustomize'
        : undefined;
  }
}
