import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Reconciliation from '#models/reconciliation'

export default class ReconciliationTransformer extends BaseTransformer<Reconciliation> {
  static shape = shapes.row('rec', {
    run_id: shapes.idOf('run'),
    format: shapes.oneOf(['paypal', 'wise', 'pain002', 'csv']),
    state: shapes.oneOf(['working', 'done']),
    sha256: shapes.text(),
    lines_count: shapes.whole(),
    changed_count: shapes.whole(),
    unmatched_count: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      run_id: row.runId,
      format: row.format,
      state: row.state,
      sha256: row.checksum,
      lines_count: row.linesCount,
      changed_count: row.changedCount,
      unmatched_count: row.unmatchedCount,
      ...stamps(row),
    }
  }
}
