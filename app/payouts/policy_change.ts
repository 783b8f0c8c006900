import { isDeepStrictEqual } from 'node:util'
import { ForbiddenException } from '#exceptions/errors'
import type { Actor } from '#core/actor'
import type { ApprovalPolicy, ProposedApprovals } from '#models/types'

interface Policies {
  approvals: ApprovalPolicy
  proposedApprovals: ProposedApprovals | null
}

/**
 * The policy of a workspace after someone asked for another. While two people are needed, one alone cannot end
 * that: what they ask for is kept, and holds when another person asks for the same. Asking for anything else
 * drops it.
 *
 * @throws ForbiddenException when a key asks for fewer than two
 */
export function policyAfter(
  { approvals, proposedApprovals }: Policies,
  wanted: ApprovalPolicy,
  actor: Actor
): Policies {
  const loosens = approvals.required === 2 && wanted.required === 1
  const agreed =
    proposedApprovals !== null &&
    proposedApprovals.by_id !== actor.id &&
    isDeepStrictEqual(plain(proposedApprovals.policy), plain(wanted))
  if (!loosens) return { approvals: wanted, proposedApprovals: null }
  if (actor.kind !== 'user')
    throw new ForbiddenException('Two people must agree to fewer approvals. A key cannot.')
  if (agreed) return { approvals: wanted, proposedApprovals: null }
  return { approvals, proposedApprovals: { policy: wanted, by_id: actor.id } }
}

/** As it is stored, where nothing is the same as none. */
function plain({ required, two_above: limits = {} }: ApprovalPolicy) {
  return { required, limits: { ...limits } }
}
