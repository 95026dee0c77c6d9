// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// A dashboard made of rows and panels: /jsonnet/dashboard?service=shop&service=bank
local dashboards = import 'dashboards/main.libsonnet';

local row(service) = [
  dashboards.panel('Requests of ' + service)
  .query('sum(rate(http_requests_total{service="%s"}[5m]))' % service, 'requests')
  .in_unit('reqps'),
  dashboards.panel('Errors of ' + service)
  .query('sum(rate(http_requests_total{service="%s",code=~"5.."}[5m]))' % service, 'errors')
  .in_unit('percentunit')
  .warn_at(0.01),
];

function(service='shop', title='Services')
  local services = if std.isArray(service) then service else [service];
  dashboards.dashboard(title, [row(name) for name in services])
