import globals from 'globals'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

/** Correctness and plain Vue order; line breaking is left to the author's eye. */
export default typescript.config(
  { ignores: ['dist/', 'node_modules/', 'src/services/api.d.ts'] },
  ...typescript.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.vue'] },
      globals: { ...globals.browser, uni: 'readonly', getCurrentPages: 'readonly', UniApp: 'readonly', process: 'readonly' },
    },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Pages are named by their folder, as the framework wants it.
      'vue/multi-word-component-names': 'off',
      // A left-out boolean or text is its empty value; a line of `undefined` says nothing.
      'vue/require-default-prop': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any' } }],
    },
  },
  {
    files: ['checks/**', '*.config.*'],
    languageOptions: { globals: globals.node },
  },
)
