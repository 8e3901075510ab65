import { describe, expect, it } from 'vitest'
import { passwordStrength, signUpErrors } from './sign-up-rules'

describe('a sign-up form', () => {
  it('is said to be right or wrong field by field', () => {
    expect(signUpErrors({ email: 'a@b.kr', nickname: '감귤_1', password: '12345678' })).toEqual([])
    expect(signUpErrors({ email: 'a@b', nickname: '__', password: '1234567' })).toEqual([
      'email',
      'nickname',
      'password',
    ])
  })
})

describe('a password', () => {
  it.each([
    ['', undefined],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['short1!', 'weak'],
    ['mandarin42', 'fair'],
    ['sixteen mandarins', 'good'],
  ])('“%s” is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength)
  })
})
