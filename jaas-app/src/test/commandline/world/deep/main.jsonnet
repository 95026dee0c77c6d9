{ here: std.thisFile, beside: (import 'er/lib.libsonnet').there }
