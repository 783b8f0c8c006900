import { stripe } from '#sources/stripe/index'
import type { SourceName } from '#models/types'
import type { Source } from '#sources/source'

/** Every provider that sends events, by the word that its address has. */
export const sources: Record<SourceName, Source> = { stripe }
