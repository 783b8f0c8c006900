import server from '@adonisjs/core/services/server'
import { answerVisit, isVisit } from '#tracking/redirect'

/**
 * GET /r/:ref_param is answered below AdonisJS: no middleware, no session, no container. Whoever asks the server
 * to handle a request, at the start or in a test, comes by here.
 */
const handle = server.handle.bind(server)
server.handle = (request, response) =>
  isVisit(request) ? answerVisit(request, response) : handle(request, response)
