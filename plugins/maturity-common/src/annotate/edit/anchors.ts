import { isAlias, isCollection, isScalar, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Refusal } from '../types';
import { holdsAnchor, nodesOn } from './nodes';
import { placeAt } from './place';
import type { Operation } from './tree';

/** Names of the anchors that some alias of the document points at. */
function usedAnchors(document: Document.Parsed): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, { Alias: (_, alias) => void used.add(alias.source) });
  return used;
}

function anchorOf(node: Node): string | undefined {
  return isScalar(node) || isCollection(node) ? node.anchor : undefined;
}

function refusal(options: {
  node: Node;
  text: string;
  subject: string;
  found: string;
}): Refusal {
  const { node, text, subject, found } = options;
  return {
    reason: 'anchor',
    place: placeAt(text, node.range?.[0] ?? 0),
    subject,
    found,
    expected: 'a value that stands at one place only; write it out here first',
  };
}

/** Why an operation would change more than its own place; undefined when it does not. */
export function anchorRefusal(
  document: Document.Parsed,
  operation: Operation,
  text: string,
): Refusal | undefined {
  const used = usedAnchors(document);
  const nodes = nodesOn(document, operation.path);
  const isWhole =
    operation.op !== 'append' && nodes.length === operation.path.length + 1;
  const around = isWhole ? nodes.slice(0, -1) : nodes;
  const subject = operation.path.join('.');
  for (const node of around) {
    if (isAlias(node)) {
      const found = `the alias "*${node.source}", which stands for another place`;
      return refusal({ node, text, subject, found });
    }
    const anchor = anchorOf(node);
    if (anchor !== undefined && used.has(anchor)) {
      const found = `the anchor "&${anchor}", which other places repeat`;
      return refusal({ node, text, subject, found });
    }
  }
  const target = isWhole ? nodes[nodes.length - 1] : undefined;
  return target && holdsAnchor(target, used)
    ? refusal({
        node: target,
        text,
        subject,
        found: 'an anchor that other places repeat',
      })
    : undefined;
}
