// SPDX-FileCopyrightText: The JaaS Authors
// SPDX-License-Identifier: 0BSD
//
// The library folder that is named last wins, file by file: with a second
// --library-path deploy/examples/overrides the colours are others, the sizes are not.
{
  colours: import 'theme/colours.libsonnet',
  sizes: import 'theme/sizes.libsonnet',
}
