/** What a server sends for a sale, in the languages that servers of shops are written in. */
export interface Example {
  language: string
  label: string
  text: string
}

interface About {
  /** The API's address, and who calls. */
  api: string
  accountId: string
  currency: string
  /** Who brought the customer: a name and a value of the body. */
  brought: [name: string, value: string]
}

export function saleExamples(about: About): Example[] {
  return [
    { language: 'curl', label: 'curl', text: curl(about) },
    { language: 'typescript', label: 'TypeScript', text: typescript(about) },
    { language: 'python', label: 'Python', text: python(about) },
    { language: 'php', label: 'PHP', text: php(about) },
    { language: 'ruby', label: 'Ruby', text: ruby(about) },
  ]
}

function curl({ api, accountId, currency, brought: [name, value] }: About) {
  return `curl '${api}/track/sale' \\
  -H "Authorization: Bearer $TRIBUTARY_KEY" \\
  -H 'X-Account-Id: ${accountId}' \\
  -H 'Content-Type: application/json' \\
  -d '{
    "external_id": "order-1001",
    "amount": 9900,
    "currency": "${currency}",
    "customer": {"external_id": "user-17"},
    "${name}": "${value}",
    "test": true
  }'`
}

function typescript({ api, accountId, currency, brought: [name, value] }: About) {
  return `const response = await fetch('${api}/track/sale', {
  method: 'POST',
  headers: {
    'Authorization': \`Bearer \${process.env.TRIBUTARY_KEY}\`,
    'X-Account-Id': '${accountId}',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    external_id: 'order-1001',
    amount: 9900, // in minor units, without tax and shipping
    currency: '${currency}',
    customer: { external_id: 'user-17' },
    ${name}: '${value}',
    test: true, // leave this out once it works
  }),
})
console.log(response.status, await response.json())`
}

function python({ api, accountId, currency, brought: [name, value] }: About) {
  return `import json, os, urllib.request

sale = {
    "external_id": "order-1001",
    "amount": 9900,  # in minor units, without tax and shipping
    "currency": "${currency}",
    "customer": {"external_id": "user-17"},
    "${name}": "${value}",
    "test": True,  # leave this out once it works
}
request = urllib.request.Request(
    "${api}/track/sale",
    data=json.dumps(sale).encode(),
    headers={
        "Authorization": f"Bearer {os.environ['TRIBUTARY_KEY']}",
        "X-Account-Id": "${accountId}",
        "Content-Type": "application/json",
    },
)
with urllib.request.urlopen(request) as response:
    print(response.status, response.read().decode())`
}

function php({ api, accountId, currency, brought: [name, value] }: About) {
  return `<?php
$sale = [
    'external_id' => 'order-1001',
    'amount' => 9900, // in minor units, without tax and shipping
    'currency' => '${currency}',
    'customer' => ['external_id' => 'user-17'],
    '${name}' => '${value}',
    'test' => true, // leave this out once it works
];
$request = curl_init('${api}/track/sale');
curl_setopt_array($request, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_POSTFIELDS => json_encode($sale),
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer ' . getenv('TRIBUTARY_KEY'),
        'X-Account-Id: ${accountId}',
        'Content-Type: application/json',
    ],
]);
echo curl_exec($request);`
}

function ruby({ api, accountId, currency, brought: [name, value] }: About) {
  return `require 'json'
require 'net/http'

sale = {
  external_id: 'order-1001',
  amount: 9900, # in minor units, without tax and shipping
  currency: '${currency}',
  customer: { external_id: 'user-17' },
  ${name}: '${value}',
  test: true # leave this out once it works
}
response = Net::HTTP.post(
  URI('${api}/track/sale'),
  sale.to_json,
  'Authorization' => "Bearer #{ENV.fetch('TRIBUTARY_KEY')}",
  'X-Account-Id' => '${accountId}',
  'Content-Type' => 'application/json'
)
puts response.code, response.body`
}
