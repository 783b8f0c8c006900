import { detailOf, type Refused } from '#dialects/dialect'

/** The document tells statuses alone; the body is the API's own. Fields that are not valid are 400 there. */
export function error({ status, ...body }: Refused) {
  const lacks = detailOf({ status, ...body }, 'need') === 'v1.links.write'
  return {
    status: status === 422 ? 400 : status,
    body: lacks ? { ...body, details: { need: 'promotions:write' } } : body,
  }
}
