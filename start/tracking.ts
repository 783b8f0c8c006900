import app from '@adonisjs/core/services/app'
import server from '@adonisjs/core/services/server'
import { answerVisit, isVisit } from '#tracking/redirect'

const handle = server.handle.bind(server)

/**
 * GET /r/:ref_param is answered below AdonisJS: no middleware, no session, no container. Whoever asks the server
 * to handle a request, at the start or in a test, comes by here.
 *
 * A server that closes waits for its connections, and one that is never idle would keep it from ending: so each
 * is let go with the answer that it gets.
 */
server.handle = (request, response) => {
  if (app.isTerminating) response.shouldKeepAlive = false
  return isVisit(request) ? answerVisit(request, response) : handle(request, response)
}
