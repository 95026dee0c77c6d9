{ a: import 'broken.libsonnet' }
