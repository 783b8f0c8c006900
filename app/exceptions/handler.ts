import app from '@adonisjs/core/services/app'
import { ExceptionHandler } from '@adonisjs/core/http'

export default class Handler extends ExceptionHandler {
  protected debug = !app.inProduction
}
