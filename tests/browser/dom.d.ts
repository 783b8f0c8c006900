/// <reference lib="dom" />
// What `page.evaluate` runs, it runs in the browser.
