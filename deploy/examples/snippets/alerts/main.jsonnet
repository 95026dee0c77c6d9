// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Alerts for Prometheus, one group a service, two alerts a group; nothing is written twice.
local alert(service, name, expr, minutes, severity) = {
  alert: service.title + name,
  expr: expr,
  'for': '%dm' % minutes,
  labels: { severity: severity, team: service.team },
  annotations: {
    summary: '%s: %s for %d minutes' % [service.name, std.asciiLower(name), minutes],
    runbook_url: 'https://runbooks.example/%s/%s' % [service.name, std.asciiLower(name)],
  },
};

local services = [
  { name: 'shop', title: 'Shop', team: 'sales', errors: 0.01 },
  { name: 'bank', title: 'Bank', team: 'money', errors: 0.001 },
];

{
  groups: [
    {
      name: service.name,
      rules: [
        alert(service, 'Down', 'up{job="%(name)s"} == 0' % service, 5, 'page'),
        alert(
          service,
          'Failing',
          'job:errors:ratio5m{job="%(name)s"} > %(errors)g' % service,
          15,
          'ticket'
        ),
      ],
    }
    for service in services
  ],
}
