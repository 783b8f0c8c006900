import { readFile } from 'node:fs/promises'
import { refuseField } from '#http/answer'
import type { HttpContext } from '@adonisjs/core/http'

/** What one uploaded file of text may hold. */
export const MOST = { megabytes: 8 }

/**
 * The body, with the text of a file that a form sent under this name: what a program sends as a field, a person
 * sends as a file.
 *
 * @throws InvalidFieldsException for a file that is too large, or no text in UTF-8
 */
export async function withText({ request, face }: HttpContext, name: string) {
  const body = { ...request.body() }
  const file = face === 'console' ? request.file(name, { size: `${MOST.megabytes}mb` }) : null
  if (!file) return body
  if (!file.isValid) refuseField(name, `The file is larger than ${MOST.megabytes} MB.`)
  const bytes = await readFile(file.tmpPath!)
  try {
    return { ...body, [name]: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    refuseField(name, 'The file is no text in UTF-8. Save a spreadsheet as “CSV UTF-8”.')
  }
}

/** Spreadsheets write UTF-16 too, and say so in the first two bytes. */
function encodingOf(bytes: Buffer) {
  const mark = bytes.subarray(0, 2).toString('hex')
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
}
