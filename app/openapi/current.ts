import { openapi } from '#openapi/document'
import { resources } from '#start/resources'

let document: ReturnType<typeof openapi> | undefined

/** The document of this instance: made once, for the list that it is made of does not change. */
export function currentDocument() {
  document ??= openapi(resources)
  return document
}
