local a = import 'deep/../deep/er/lib.libsonnet'; a { b: importstr './text.txt', c: importbin 'text.txt' }
