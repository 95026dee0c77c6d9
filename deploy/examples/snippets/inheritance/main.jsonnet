// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Objects that extend others: hidden fields (::) steer the visible ones, +: adds to what is there,
// super reaches what was replaced.
local Service = {
  local service = self,

  name:: error 'a service needs a name',
  port:: 80,

  metadata: { name: service.name, labels: { app: service.name } },
  url: 'http://%s:%d/' % [service.name, service.port],
  tags: ['a'],
};

local Monitored = {
  metadata+: { labels+: { monitored: 'yes' } },
  tags+: ['b'],
};

local Secure = {
  port:: 443,
  url: std.strReplace(super.url, 'http:', 'https:'),
  tags+: ['c'],
};

{
  plain: Service { name:: 'shop' },
  full: Service + Monitored + Secure + { name:: 'bank' },
}
