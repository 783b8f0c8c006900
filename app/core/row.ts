import { type BaseModel, beforeCreate, beforeUpdate } from '@adonisjs/lucid/orm'
import { clock } from '#core/clock'
import { newId, type Prefix } from '#core/ids'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { DateTime } from 'luxon'

type Stamped = InstanceType<typeof BaseModel> & {
  id?: string
  createdAt?: DateTime
  updatedAt?: DateTime
}

/** What every model shares: a TypeID made before the insert, and stamps from the clock. */
export function row(prefix: Prefix) {
  return <Model extends NormalizeConstructor<typeof BaseModel>>(superclass: Model) => {
    class Row extends superclass {
      static selfAssignPrimaryKey = true
      static idPrefix = prefix

      @beforeCreate()
      static identify(model: Stamped) {
        model.id ??= newId(prefix)
        model.createdAt ??= clock.now()
        stampUpdate(model)
        sayNull(model)
      }

      @beforeUpdate()
      static touch(model: Stamped) {
        stampUpdate(model)
      }
    }
    return Row
  }
}

function stampUpdate(model: Stamped) {
  if ((model.constructor as LucidModel).$hasColumn('updatedAt')) model.updatedAt = clock.now()
}

/** What was left out is null in the row, and so in the model that was just made. */
function sayNull(model: Stamped) {
  for (const name of (model.constructor as LucidModel).$columnsDefinitions.keys()) {
    const values = model as unknown as Record<string, unknown>
    if (values[name] === undefined) values[name] = null
  }
}
