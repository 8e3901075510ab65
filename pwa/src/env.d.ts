/// <reference types="vite/client" />

// For the linter, which sees TypeScript only; the type checker knows each component's own type.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}
