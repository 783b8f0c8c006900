import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { base } from '#tests/support/api'

test.group('OpenAPI document', () => {
  test('is served to anyone', async ({ assert }) => {
    assert.equal((await fetched()).openapi, '3.1.0')
  })

  test('has every route of the API', async ({ assert }) => {
    const document = await fetched()
    const missing = Object.values(router.toJSON())
      .flat()
      .filter(({ pattern }) => pattern.startsWith('/api/v1/'))
      .flatMap(({ pattern, methods }) => methods.map((method) => ({ pattern, method })))
      .filter(({ method }) => method !== 'HEAD')
      .filter(({ pattern, method }) => {
        const path = pattern.replaceAll(/:(\w+)/g, '{$1}')
        return !document.paths[path]?.[method.toLowerCase()]
      })
    assert.deepEqual(missing, [])
  })

  test('refers to nothing that is not there, and names each operation once', async ({ assert }) => {
    const document = await fetched()
    const text = JSON.stringify(document)
    for (const [, place] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = place.split('/').reduce((inner: Tree, part) => inner?.[part] as Tree, document)
      assert.isDefined(found, place)
    }
    const names = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name)
    assert.equal(new Set(names).size, names.length)
  })
})

interface Tree {
  [name: string]: unknown
}

async function fetched() {
  const response = await fetch(`${base}/api/v1/openapi.json`)
  return (await response.json()) as Tree & { paths: Record<string, Record<string, object>> }
}
