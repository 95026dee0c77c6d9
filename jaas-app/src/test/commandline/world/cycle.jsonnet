import 'cycle.jsonnet'
