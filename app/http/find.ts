import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type {
  HasManyClientContract,
  HasManyRelationContract,
} from '@adonisjs/lucid/types/relations'

/** A row of this relation, or 404: what is another workspace's cannot be found. */
export function find<M extends LucidModel>(
  relation: HasManyClientContract<HasManyRelationContract<LucidModel, M>, M>,
  id: string
): Promise<InstanceType<M>> {
  const query = relation.query() as unknown as ModelQueryBuilderContract<M, InstanceType<M>>
  return query.where('id', id).firstOrFail()
}
