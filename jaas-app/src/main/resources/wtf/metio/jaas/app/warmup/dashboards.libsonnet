// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// A library as those for dashboards are: builders that describe themselves, most of which nobody calls.
local described(help, type='string') = {
  'function': { help: help, args: [{ name: 'value', type: [type], default: null, enums: null }] },
};

local query = {
  '#new':: described('A query of a data source.'),
  new(datasource, expr): {
    datasource: { type: 'prometheus', uid: datasource },
    expr: expr,
  },
  '#with_legend':: described('How its series are called.'),
  with_legend(value): { legendFormat: value },
  '#with_interval':: described('The least step.'),
  with_interval(value): { interval: value },
  '#as_table':: described('As a table instead of a graph.', 'boolean'),
  as_table(value=true): { format: if value then 'table' else 'time_series', instant: value },
};

local panel(kind) = {
  '#new':: described('A panel of this kind.'),
  new(title): self.with_title(title) + { type: kind } + self.with_size(8, 7),
  '#with_title':: described('The title.'),
  with_title(value): { title: value },
  '#with_size':: described('Width and height.', 'number'),
  with_size(w, h): { gridPos+: { w: w, h: h } },
  '#with_place':: described('Where it is.', 'number'),
  with_place(x, y): { gridPos+: { x: x, y: y } },
  '#with_targets':: described('What it shows.', 'array'),
  with_targets(value): { targets: if std.isArray(value) then value else [value] },
  '#with_more_targets':: described('What it shows too.', 'array'),
  with_more_targets(value): { targets+: if std.isArray(value) then value else [value] },
  '#with_links':: described('Where it leads.', 'array'),
  with_links(value): { links+: value },
  options: {
    '#legend':: described('The legend.', 'object'),
    legend: {
      with_mode(value): { options+: { legend+: { displayMode: value } } },
      with_calcs(value): { options+: { legend+: { calcs: value } } },
    },
    tooltip: {
      with_mode(value): { options+: { tooltip+: { mode: value } } },
      with_sort(value): { options+: { tooltip+: { sort: value } } },
    },
  },
  standard: {
    with_unit(value): { fieldConfig+: { defaults+: { unit: value } } },
    with_min(value): { fieldConfig+: { defaults+: { min: value } } },
    with_max(value): { fieldConfig+: { defaults+: { max: value } } },
    with_overrides(value): { fieldConfig+: { overrides+: value } },
    thresholds: {
      with_mode(value): { fieldConfig+: { defaults+: { thresholds+: { mode: value } } } },
      with_steps(value): { fieldConfig+: { defaults+: { thresholds+: { steps: value } } } },
    },
  },
};

local kinds = ['timeseries', 'heatmap', 'stat', 'table', 'row', 'gauge'];

local placed(panels, width) =
  local columns = std.max(1, std.floor(24 / width));
  std.mapWithIndex(
    function(i, panel) panel + { gridPos+: { x: (i % columns) * width, y: std.floor(i / columns) * 8, w: width } },
    panels,
  );

local variables = {
  datasource: { type: 'datasource', name: 'datasource', query: 'prometheus', hide: 0 },
  query(name, label, from): {
    name: name,
    type: 'query',
    query: 'label_values(%s, %s)' % [from, label],
    datasource: { type: 'prometheus', uid: '${datasource}' },
    refresh: 2,
    sort: 1,
  },
  with_multi(value=true): { multi: value, includeAll: value, [if value then 'allValue']: '.+' },
};

{
  query: query,
  panel: { [kind]: panel(kind) for kind in kinds },
  variable: variables,
  grid: { place(panels, width=8): placed(panels, width) },

  dashboard: {
    new(title): {
      title: title,
      schemaVersion: 39,
      timezone: 'utc',
      editable: false,
      time: { from: 'now-1h', to: 'now' },
      panels: [],
      templating: { list: [] },
    },
    with_tags(value): { tags: value },
    with_panels(value): {
      _panels:: value,
      panels: std.mapWithIndex(function(i, panel) { id: i + 1 } + panel, self._panels),
    },
    with_variables(value): { templating+: { list+: value } },
    with_refresh(value): { refresh: value },
  },

  overview(services)::
    local board = self;
    local series = board.panel.timeseries;
    local graph(service, what, unit) =
      series.new('%s of %s' % [what, service])
      + series.with_targets([
        board.query.new('${datasource}', 'sum by (%s) (rate(%s_total{service="%s"}[5m]))' % [by, what, service])
        + board.query.with_legend('{{' + by + '}}')
        for by in ['pod', 'node']
      ])
      + series.standard.with_unit(unit)
      + series.standard.thresholds.with_mode('absolute')
      + series.standard.thresholds.with_steps([{ color: 'green', value: null }, { color: 'red', value: 0.8 }])
      + series.options.legend.with_mode('table')
      + series.options.tooltip.with_mode('multi')
      + series.options.tooltip.with_sort('desc');
    board.dashboard.new('Overview')
    + board.dashboard.with_tags(['generated'] + services)
    + board.dashboard.with_refresh('30s')
    + board.dashboard.with_variables([
      board.variable.datasource,
      board.variable.query('cluster', 'cluster', 'up'),
      board.variable.query('namespace', 'namespace', 'up{cluster="$cluster"}') + board.variable.with_multi(),
    ])
    + board.dashboard.with_panels(board.grid.place(std.flattenArrays([
      [graph(service, 'requests', 'reqps'), graph(service, 'errors', 'percentunit'), graph(service, 'seconds', 's')]
      for service in services
    ]))),
}
