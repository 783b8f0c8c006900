import { atomically } from '#core/atomically'
import TestSale from '#models/test_sale'
import type Workspace from '#models/workspace'
import type { Tracked } from '#tracking/tracked'

interface Sale {
  external_id: string
  amount: number
  currency: string
}

/** Thrown to roll back, with what is to be told. */
class TriedOut extends Error {
  constructor(readonly tracked: Tracked) {
    super('This was a test')
  }
}

/**
 * Answers what a sale would become: it is recorded as any other and rolled back. What is kept of it for a day is
 * shown to whoever checks their tracking.
 */
export async function tryOut(
  workspace: Workspace,
  { external_id: externalId, amount, currency }: Sale,
  track: () => Promise<Tracked>
): Promise<Tracked> {
  const { result } = await rolledBack(track)
  const { attributed, explanation } = result as { attributed: boolean; explanation: string }
  await TestSale.create({
    ...{ workspaceId: workspace.id, externalId, amount, currency },
    ...{ attributed, explanation },
  })
  return { status: 200, result: { ...result, test: true } }
}

async function rolledBack(track: () => Promise<Tracked>): Promise<Tracked> {
  try {
    return await atomically(async () => {
      throw new TriedOut(await track())
    })
  } catch (error) {
    if (error instanceof TriedOut) return error.tracked
    throw error
  }
}
