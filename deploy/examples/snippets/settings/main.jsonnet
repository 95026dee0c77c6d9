// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// YAML in, other formats out.
local settings = std.parseYaml(importstr 'settings.yaml');

{
  parsed: settings,
  summary: std.join('\n', [
    '%-8s|%6.2f|%04d' % [name, settings.limits[name].ratio, settings.limits[name].count]
    for name in std.objectFields(settings.limits)
  ]),
  ini: std.manifestIni({ sections: { server: settings.server } }),
  yaml: std.manifestYamlDoc(settings.server, quote_keys=false),
  toml: std.manifestTomlEx({ server: settings.server }, '  '),
}
