import { describeTerms } from '#terms/describe'
import { termsForm } from '#views/pages/terms'
import { timelineOf } from '#views/pages/timeline'
import type Enrollment from '#models/enrollment'
import type Workspace from '#models/workspace'

/** What the form of an enrollment's own terms offers, beside what the campaign says. */
export async function enrollmentForm(workspace: Workspace, enrollment: Enrollment) {
  await enrollment.load((load) =>
    load.load('affiliate').load('campaign', (of) => of.preload('rules'))
  )
  const { reward, caps, duration } = enrollment.campaign.asTerms
  return {
    enrollment,
    timeline: await timelineOf(enrollment.id),
    usual: describeTerms(reward, duration, caps),
    ...termsForm(workspace, enrollment),
  }
}
