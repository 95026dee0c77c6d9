// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// Variables that whoever runs the service sets for all programs; started with
// --ext-var=owner=Alice --ext-var=stage=test
{
  owner: std.extVar('owner'),
  stage: std.extVar('stage'),
  host: '%(stage)s.%(owner)s.example' % { stage: $.stage, owner: std.asciiLower($.owner) },
}
