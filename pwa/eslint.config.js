import js from '@eslint/js'
import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

export default ts.config(
  {
    ignores: [
      'dist/**',
      'target/**',
      'src/api/generated/**',
      'src/main/**',
      'src/test/**',
      'tsconfig*.json',
      'package*.json',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,vue}'],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: ts.parser,
        project: ['./tsconfig.app.json', './tsconfig.sw.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
      globals: { ...globals.browser },
    },
    rules: {
      'no-undef': 'off', // the type checker knows better
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/unbound-method': 'off', // composables are made to be taken apart
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  ...vueI18n.configs.recommended,
  {
    settings: {
      'vue-i18n': {
        localeDir: './src/i18n/messages/*.json',
        messageSyntaxVersion: '^11.0.0',
      },
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error', // the content security policy refuses them
      'vue/require-default-prop': 'off', // optional props are typed as such
      'vue/multi-word-component-names': 'off',
      // FormField ties label and control by id; the browser tests check the names that result.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/form-control-has-label': 'off',
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          attributes: {
            '/.+/': ['title', 'aria-label', 'aria-description', 'placeholder', 'alt', 'label'],
          },
          ignorePattern: '^[\\s·:,.+()/~–—|%×−]*$',
        },
      ],
      '@intlify/vue-i18n/no-missing-keys': 'error',
      '@intlify/vue-i18n/no-dynamic-keys': 'off', // server codes choose some keys; a unit test covers them
      '@intlify/vue-i18n/no-unused-keys': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}', 'vite.config.ts', 'playwright.config.ts', 'e2e/**/*.ts'],
    languageOptions: { ecmaVersion: 'latest', globals: { ...globals.node } },
  },
  prettier,
)
