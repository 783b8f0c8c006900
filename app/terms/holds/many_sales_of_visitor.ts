import type { Hold } from '#terms/holds/hold'

/** One visitor buys more often in a short time than the workspace finds likely. */
export const manySalesOfVisitor: Hold = {
  sentence: 'The same visitor made many sales in a short time.',
  settledBy:
    'Compare names, cards and addresses of the orders. Release it when different people paid; void it when one tried.',
  holds: ({ salesOfVisitor, limits }) =>
    limits.visitor_sales > 0 && salesOfVisitor > limits.visitor_sales,
}
