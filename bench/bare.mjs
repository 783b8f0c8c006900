import { createServer } from 'node:http'

/** What Node can do at best: the same answer, with nothing looked up and nothing stored. */
createServer((request, response) => {
  response.writeHead(302, {
    'Location': 'https://shop.example.com/?click_id=none&via=bench',
    'Cache-Control': 'no-store',
    'Set-Cookie':
      'trb_v=00000000000000000000000000000000; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax',
    'Content-Length': 0,
  })
  response.end()
}).listen(Number(process.env.PORT), '127.0.0.1')
