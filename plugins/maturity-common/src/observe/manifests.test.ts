import { observe } from './observe';
import { treeOf } from './inMemoryTree.fixture';

const seen = async (files: Record<string, string>) =>
  (await observe(treeOf(files))).seen;

describe('observe, for manifests of Kubernetes', () => {
  it('sees what Kubernetes manifests show', async () => {
    const found = await seen({
      'k8s/all.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: checkout}
spec:
  template:
    metadata:
      annotations:
        vault.hashicorp.com/agent-inject: "true"
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: keys}
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: checkout}
`,
    });
    expect(found['runtime-linked']).toEqual([
      { source: 'k8s/all.yaml:2', value: 'Deployment checkout' },
    ]);
    expect(found['secrets-managed']).toEqual([
      { source: 'k8s/all.yaml:8', value: 'vault.hashicorp.com/agent-inject' },
      { source: 'k8s/all.yaml:11', value: 'ExternalSecret keys' },
    ]);
    expect(found['automated-deployment']).toEqual([
      { source: 'k8s/all.yaml:15', value: 'Argo CD Application checkout' },
    ]);
  });

  it.each([
    ['a plain Secret', 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}'],
    [
      'a catalog entity',
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: Deployment}',
    ],
    ['a commented manifest', '# apiVersion: apps/v1\n# kind: Deployment'],
    [
      'a switched-off annotation',
      'apiVersion: v1\nkind: Pod\nmetadata: {annotations: {vault.hashicorp.com/agent-inject: "false"}}',
    ],
  ])('sees nothing in %s', async (_, text) => {
    expect(await seen({ 'k8s/a.yaml': text })).toEqual({});
  });

  it('looks into a list of Kubernetes', async () => {
    const found = await seen({
      'k8s/all.yaml': `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: {name: checkout}
  - apiVersion: monitoring.coreos.com/v1
    kind: PrometheusRule
    spec: {groups: [{name: a, rules: [{alert: Down, expr: up == 0}]}]}
`,
    });
    expect(found['runtime-linked']).toEqual([
      { source: 'k8s/all.yaml:5', value: 'Deployment checkout' },
    ]);
    expect(found['alerting-linked']).toEqual([
      { source: 'k8s/all.yaml:9', value: 'alert Down' },
    ]);
  });

  it.each([
    'kind: ConfigMap\ndata:\n  checkout.json: |\n    BOARD\n',
    'kind: GrafanaDashboard\nspec:\n  json: |\n    BOARD\n',
  ])('sees the dashboard in %j', async manifest => {
    const board = JSON.stringify({
      title: 'Checkout',
      panels: [{ type: 'stat', title: 'Up', targets: [{ expr: 'up' }] }],
    });
    const text = `apiVersion: v1\n${manifest.replace('BOARD', board)}`;
    expect(
      (await seen({ 'k8s/a.yaml': text }))['monitoring-dashboard'],
    ).toEqual([{ source: 'k8s/a.yaml:4', value: 'Checkout' }]);
  });

  it('reads templates of a chart, which are not YAML', async () => {
    const found = await seen({
      'chart/Chart.yaml': 'name: checkout',
      'chart/templates/deployment.yaml': `{{- /* kind: StatefulSet */}}
{{- if .Values.on }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "name" . }}
  labels: {{- include "labels" . | nindent 4 }}
spec:
  template:
    metadata:
      annotations:
        {{- toYaml .Values.a | nindent 8 }}
        vault.hashicorp.com/role: {{ .Values.role | quote }}
{{- end }}
`,
      'chart/templates/rule.yaml': `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
spec:
  groups:
    - name: a
      rules:
        - alert: Down
          expr: up{job={{ .Values.job | quote }}} == 0
`,
      'chart/templates/notes.yaml': '# kind: DaemonSet\n',
    });
    expect(found['runtime-linked']).toEqual([
      {
        source: 'chart/templates/deployment.yaml:4',
        value: 'Deployment checkout',
      },
    ]);
    expect(found['secrets-managed']).toEqual([
      {
        source: 'chart/templates/deployment.yaml:13',
        value: 'vault.hashicorp.com/role',
      },
    ]);
    expect(found['alerting-linked']).toEqual([
      { source: 'chart/templates/rule.yaml:7', value: 'alert Down' },
    ]);
  });
});
