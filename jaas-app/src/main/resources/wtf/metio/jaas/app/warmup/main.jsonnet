// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// What the service renders for itself before it says that it is ready, and what its start-up cache is trained
// with: a little of everything that programs usually do, in the mixture of dashboards, alerts and manifests
// that they usually are. Its result is of no interest.
local dashboards = import 'dashboards.libsonnet';
local manifests = import 'manifests.libsonnet';
local monitoring = (import 'monitoring.libsonnet') + {
  _config+:: {
    selector: 'job="shop"',
    threshold: { errors: 0.05, latency: 0.5 },
  },
};
local texts = import 'texts.libsonnet';

{
  alerts: monitoring.alerts,
  rules: monitoring.rules,
  dashboards: {
    [name]: monitoring.dashboards[name] { tags+: [name], uid: std.md5(name) }
    for name in std.objectFields(monitoring.dashboards)
  },
  overview: dashboards.overview(['alpha', 'beta', 'gamma']),
  manifests: manifests.all,
  texts: texts,
}
