import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class RollupsRebuild extends BaseCommand {
  static commandName = 'rollups:rebuild'
  static description = 'Count anew what reports show by day, from the rows themselves'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Only this workspace, by its id' })
  declare workspace?: string

  async run() {
    const { rebuildRollups } = await import('#reports/rebuild')
    const { workspaces, days } = await rebuildRollups(this.workspace)
    this.logger.success(`Counted ${days} days of ${workspaces} workspaces anew`)
  }
}
