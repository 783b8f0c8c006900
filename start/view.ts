import edge from 'edge.js'

edge.global('appName', 'Tributary')
