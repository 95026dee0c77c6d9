// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
// Dashboards as Grafana reads them: panels are given a place and a number when a dashboard is made.
local width = 12;
local height = 8;

local placed(rows) = [
  rows[y][x] { gridPos: { x: x * width, y: y * height, w: width, h: height } }
  for y in std.range(0, std.length(rows) - 1)
  for x in std.range(0, std.length(rows[y]) - 1)
];

{
  panel(title):: {
    local panel = self,

    type: 'timeseries',
    title: title,
    targets: [],
    fieldConfig: { defaults: { unit: 'short' } },

    query(expr, legend):: panel {
      targets+: [
        {
          refId: std.char(std.codepoint('A') + std.length(panel.targets)),
          expr: expr,
          legendFormat: legend,
        },
      ],
    },
    in_unit(unit):: panel { fieldConfig+: { defaults+: { unit: unit } } },
    warn_at(value):: panel {
      fieldConfig+: {
        defaults+: {
          thresholds: {
            mode: 'absolute',
            steps: [{ color: 'green', value: null }, { color: 'red', value: value }],
          },
        },
      },
    },
  },

  dashboard(title, rows):: {
    title: title,
    uid: std.md5(title)[:12],
    schemaVersion: 39,
    time: { from: 'now-6h', to: 'now' },
    panels: std.mapWithIndex(function(i, panel) panel { id: i + 1 }, placed(rows)),
  },
}
