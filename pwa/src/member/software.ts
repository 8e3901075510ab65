/** What the browser loads besides our own code; under the MIT licence, `idb` under ISC. */
export const SOFTWARE = [
  'eventsource-parser',
  'idb',
  'openapi-fetch',
  'pinia',
  'vue',
  'vue-i18n',
  'vue-router',
  'workbox',
] as const
