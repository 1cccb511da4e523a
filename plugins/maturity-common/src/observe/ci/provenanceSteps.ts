import { readCall } from './call';
import type { Action, Command } from './model';

/** The command that signs provenance; undefined when a command signs none. Verifying is not signing. */
export function provenanceCommand(command: Command): string | undefined {
  const call = readCall(command.words);
  if (!call) {
    return undefined;
  }
  if (
    call.program === 'cosign' &&
    /^attest(?:-blob)?$/.test(call.args[0] ?? '')
  ) {
    return 'cosign attest';
  }
  if (
    /^(?:npm|pnpm|yarn)$/.test(call.program) &&
    command.words.includes('--provenance') &&
    command.words.includes('publish')
  ) {
    return `${call.program} publish --provenance`;
  }
  return call.program === 'slsa-generator' ? call.program : undefined;
}

/** The same for a ready-made step. */
export function provenanceAction(action: Action): string | undefined {
  return /^actions\/attest(?:-build-provenance)?$|^slsa-framework\/slsa-github-generator(?:\/|$)|^slsa-framework\/(?:github-actions-demo|slsa-provenance-action)$|^philips-labs\/slsa-provenance-action$/.test(
    action.name,
  )
    ? action.name
    : undefined;
}
