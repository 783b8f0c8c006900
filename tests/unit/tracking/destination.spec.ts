import { test } from '@japa/runner'
import { destinationOf, withClick } from '#tracking/destination'
import { aTarget } from '#tests/unit/tracking/clicks'

test.group('Where a link leads', () => {
  test('its own destination before its campaign’s', ({ assert }) => {
    const target = aTarget({ destinationUrl: 'https://shop.example.com/sale' })
    assert.equal(destinationOf(target, '')?.url, 'https://shop.example.com/sale')
    assert.equal(destinationOf(aTarget(), '')?.url, 'https://shop.example.com/')
  })

  test('a destination that is none gives way to the campaign’s', ({ assert }) => {
    assert.equal(
      destinationOf(aTarget({ destinationUrl: 'javascript:1' }), '')?.url,
      'https://shop.example.com/'
    )
    assert.isNull(destinationOf(aTarget({ campaignUrl: 'nonsense' }), ''))
  })

  test('to= is of the campaign’s host, also where the link leads to another', ({ assert }) => {
    const target = aTarget({ destinationUrl: 'https://elsewhere.example/' })
    assert.equal(destinationOf(target, 'to=/a/../b')?.url, 'https://shop.example.com/b')
    assert.equal(destinationOf(target, 'to=//evil.example/')?.url, 'https://elsewhere.example/')
  })

  test('to= names nobody: {$self}')
    .with([
      '//jane:secret@shop.example.com/',
      '//jane@shop.example.com/',
      '//:secret@shop.example.com/',
    ])
    .run(({ assert }, to) => {
      const destination = destinationOf(aTarget(), new URLSearchParams({ to }).toString())
      assert.equal(destination?.url, 'https://shop.example.com/')
    })

  test('the click is added before the fragment', ({ assert }) => {
    const destination = destinationOf(
      aTarget({ campaignUrl: 'https://shop.example.com/a?b=1#c' }),
      ''
    )!
    assert.equal(
      withClick(destination, 'clk_1'),
      'https://shop.example.com/a?b=1&click_id=clk_1&via=jane#c'
    )
  })
})
