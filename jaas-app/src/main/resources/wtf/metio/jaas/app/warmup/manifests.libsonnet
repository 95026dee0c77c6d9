// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Manifests as they are usually made: defaults, patches, maps of files as text.
local schema(depth) = {
  type: 'object',
  description: 'What a resource may say, level ' + depth + '. Long texts are the most of it, as in definitions of resources.',
  properties: {
    [name]: if depth == 0 then { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 } else schema(depth - 1)
    for name in ['apiVersion', 'kind', 'spec', 'status']
  },
  required: ['kind'],
};

local container(name, image, ports=[]) = {
  name: name,
  image: image,
  args: ['--%s=%s' % [key, self.flags[key]] for key in std.objectFields(self.flags)],
  flags:: { 'log-level': 'info', port: 8080 },
  ports: [{ containerPort: port, name: 'p%d' % port } for port in ports],
  resources: { requests: { cpu: '100m', memory: '%dMi' % (64 * std.length(ports) + 64) } },
  securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
};

local workload(name) = {
  local workload = self,
  _config:: {
    name: name,
    namespace: 'default',
    version: '1.2.3',
    replicas: 2,
    labels: { 'app.kubernetes.io/name': workload._config.name, 'app.kubernetes.io/version': workload._config.version },
    selector: { [key]: workload._config.labels[key] for key in std.objectFields(workload._config.labels) if !std.endsWith(key, 'version') },
  },
  _metadata:: {
    name: workload._config.name,
    namespace: workload._config.namespace,
    labels: workload._config.labels,
  },
  assert std.length(self._config.name) > 0 : 'a workload has a name',

  account: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: workload._metadata, automountServiceAccountToken: false },
  service: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: workload._metadata,
    spec: { selector: workload._config.selector, ports: [{ name: 'http', port: 80, targetPort: 'p8080' }] },
  },
  deployment: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: workload._metadata,
    spec: {
      replicas: workload._config.replicas,
      selector: { matchLabels: workload._config.selector },
      template: {
        metadata: { labels: workload._config.labels },
        spec: {
          containers: [container(name, 'registry.example.com/%(name)s:%(version)s' % workload._config, [8080, 9090])],
          serviceAccountName: workload.account.metadata.name,
          nodeSelector: { 'kubernetes.io/os': 'linux' },
        },
      },
    },
  },
  configuration: {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: workload._metadata { name+: '-files' },
    data: {
      'settings.json': std.manifestJsonEx(workload._config, '  '),
      'settings.yaml': std.manifestYamlDoc(workload._config { list: [1, 2.5, true, null, 'text\nof lines\n'] }),
      'settings.toml': std.manifestTomlEx({ name: workload._config.name, limits: { replicas: workload._config.replicas } }, '  '),
    },
  },
};

local hardened(object) = object {
  spec+: { template+: { spec+: {
    containers: [
      c { securityContext+: { allowPrivilegeEscalation: false }, flags+:: { 'log-level': 'warn' } }
      for c in super.containers
    ],
  } } },
};

local named(set) = {
  ['%s-%s' % [name, part]]:
    local object = set[name][part];
    if object.kind == 'Deployment' then hardened(object) else object
  for name in std.objectFields(set)
  for part in std.objectFields(set[name])
};

{
  all: named({
    [name]: workload(name) { _config+:: { namespace: 'shop', replicas: std.length(name) } }
    for name in ['front', 'back', 'store', 'mail', 'search', 'queue']
  }) + {
    definition: { spec: { versions: [{ name: 'v1', schema: { openAPIV3Schema: schema(2) } }] } },
    list: {
      apiVersion: 'v1',
      kind: 'List',
      items: std.sort([{ name: 'b' }, { name: 'a' }], function(item) item.name),
    },
    patched: std.mergePatch(schema(1), { description: null, properties: { kind: { type: 'integer' } } }),
    pruned: std.prune({ a: [], b: { c: null, d: [{}, { e: 1 }] } }),
  },
}
