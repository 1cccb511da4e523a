import { place } from './Findings';
import type { Findings } from './Findings';
import { at, entriesOf, textOf } from './text/data';
import type { YamlDocument } from './text/yamlText';

const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Rollout',
]);
/** A `List` of more was written by a machine. */
const MAX_ITEMS = 1_000;
const VAULT_ANNOTATION =
  /^(?:vault\.hashicorp\.com|vault\.security\.banzaicloud\.io)\//;

/** What the header of a Kubernetes manifest says. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  name: string | undefined;
}

/** Notes what a manifest shows: a workload, a deployment controller, secrets kept elsewhere. */
export function observeManifest(
  findings: Findings,
  options: { source: string; manifest: Manifest },
): void {
  const { source, manifest } = options;
  const { apiVersion, kind, name } = manifest;
  const label = name === undefined ? kind : `${kind} ${name}`;
  const isKnative =
    apiVersion.startsWith('serving.knative.dev/') && kind === 'Service';
  if (
    (WORKLOADS.has(kind) &&
      /^(?:apps\/|batch\/|argoproj\.io\/)/.test(apiVersion)) ||
    isKnative
  ) {
    if (name !== undefined) {
      findings.see('runtime-linked', source, label);
    }
  }
  if (
    apiVersion.startsWith('argoproj.io/') &&
    /^(?:Application|ApplicationSet)$/.test(kind)
  ) {
    findings.see('automated-deployment', source, `Argo CD ${label}`);
  }
  if (
    /^(?:kustomize|helm)\.toolkit\.fluxcd\.io\//.test(apiVersion) &&
    /^(?:Kustomization|HelmRelease)$/.test(kind)
  ) {
    findings.see('automated-deployment', source, `Flux ${label}`);
  }
  if (
    /^(?:external-secrets|kubernetes-client)\.io\//.test(apiVersion) &&
    /^(?:Cluster)?ExternalSecret$/.test(kind)
  ) {
    findings.see('secrets-managed', source, label);
  }
  if (apiVersion.startsWith('bitnami.com/') && kind === 'SealedSecret') {
    findings.see('secrets-managed', source, label);
  }
}

/** Where the objects of a document stand: those of a `List` of Kubernetes, or the document itself. */
export function objectsOf(
  data: unknown,
): readonly (readonly (string | number)[])[] {
  const items = at(data, 'items');
  return textOf(at(data, 'kind')) === 'List' && Array.isArray(items)
    ? items.slice(0, MAX_ITEMS).map((_, index) => ['items', index])
    : [[]];
}

/** Reads the header of a parsed document; undefined when it is no Kubernetes manifest. */
export function readManifest(data: unknown): Manifest | undefined {
  const apiVersion = textOf(at(data, 'apiVersion'));
  const kind = textOf(at(data, 'kind'));
  return apiVersion === undefined || kind === undefined
    ? undefined
    : {
        apiVersion,
        kind,
        name:
          textOf(at(data, 'metadata', 'name')) ??
          textOf(at(data, 'metadata', 'generateName')),
      };
}

/** Notes annotations that let Vault hand secrets to the pods of a workload. */
export function observeVaultAnnotations(
  findings: Findings,
  options: {
    path: string;
    document: YamlDocument;
    /** Where the manifest stands in the document. */
    object: readonly (string | number)[];
  },
): void {
  const { path, document, object } = options;
  for (const below of [
    ['metadata', 'annotations'],
    ['spec', 'template', 'metadata', 'annotations'],
    ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
    ['podAnnotations'],
  ]) {
    const holder = [...object, ...below];
    for (const [key, value] of entriesOf(at(document.data, ...holder))) {
      const isOn =
        value !== false &&
        !/^(?:false|no)?$/i.test(
          textOf(value) ?? (value === true ? 'true' : ''),
        );
      if (VAULT_ANNOTATION.test(key) && isOn) {
        findings.see(
          'secrets-managed',
          place(path, document.lineOf([...holder, key])),
          key,
        );
      }
    }
  }
}
