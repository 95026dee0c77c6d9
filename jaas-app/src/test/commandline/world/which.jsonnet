import 'which.libsonnet'
