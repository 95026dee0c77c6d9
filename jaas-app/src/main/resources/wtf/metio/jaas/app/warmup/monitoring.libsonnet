// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Alerts, rules and dashboards that take their words from one configuration, which whoever uses them changes.
local dashboards = import 'dashboards.libsonnet';

local alert(name, expr, minutes, severity, text) = {
  alert: name,
  expr: expr,
  'for': '%dm' % minutes,
  labels: { severity: severity },
  annotations: { summary: text, description: text + ' See the run book.' },
};

{
  _config:: {
    selector: 'job="node"',
    cluster: 'cluster',
    window: '5m',
    threshold: { errors: 0.1, latency: 1 },
    runbooks: 'https://runbooks.example.com/%s',
    services: ['api', 'worker', 'mail', 'search'],
  },

  local config = self._config,

  groups:: [
    {
      name: service,
      rules: [
        alert(
          'ManyErrors', |||
            (
              sum by (%(cluster)s, namespace) (rate(http_requests_total{%(selector)s, service="%(service)s", code=~"5.."}[%(window)s]))
            /
              sum by (%(cluster)s, namespace) (rate(http_requests_total{%(selector)s, service="%(service)s"}[%(window)s]))
            ) > %(limit)0.2f
          ||| % (config { service: service, limit: config.threshold.errors }),
          10, 'critical', 'Requests of {{ $labels.namespace }} fail.'
        ),
        alert(
          'Slow', |||
            histogram_quantile(0.99, sum by (le, %(cluster)s) (rate(http_request_duration_seconds_bucket{%(selector)s}[%(window)s]))) > %(latency)g
          ||| % (config + config.threshold), 15, 'warning', 'Requests take long.'
        ),
        {
          record: 'service:http_requests:rate' + config.window,
          expr: |||
            sum by (%(cluster)s, service) (rate(http_requests_total{%(selector)s}[%(window)s]))
          ||| % $._config,
        },
      ],
    }
    for service in config.services
  ],

  local with_runbook(rule) = rule {
    annotations+: { runbook_url: config.runbooks % std.asciiLower(rule.alert) },
  },

  alerts: {
    groups: [
      group { rules: [with_runbook(rule) for rule in group.rules if std.objectHas(rule, 'alert')] }
      for group in $.groups
    ],
  },
  rules: {
    groups: std.filter(
      function(group) std.length(group.rules) > 0,
      std.map(
        function(group) group { rules: std.filter(function(rule) 'record' in rule, super.rules) },
        $.groups,
      ),
    ),
  },

  dashboards: {
    [service + '.json']:
      dashboards.overview([service]) {
        title: 'Service / ' + service,
        links+: [{ title: other, url: '/d/' + std.md5(other + '.json') } for other in config.services if other != service],
        annotations: { list: [] },
        description: |||
          Requests of %s in one cluster.

          Made from the rules of its group, %s among them.
        ||| % [service, $.rules.groups[0].rules[0].record],
      }
    for service in config.services
  },
}
