import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#exceptions/handler'))

/** For every request. Static files come with the router stack, so that /r/ never asks the disk. */
server.use([() => import('#middleware/container_bindings_middleware')])

router.use([])
