/** What the member service will accept, said before asking it. */

/** 2–20 Korean or Latin letters, digits, `_` and `.`, not of marks alone. */
const NICKNAME = /^(?=.*[^_.])[가-힣ㄱ-ㅣA-Za-z0-9_.]{2,20}$/
/** Enough to catch a slip of the thumb; the service decides. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export interface SignUpForm {
  email: string
  nickname: string
  password: string
}

export type SignUpError = 'email' | 'nickname' | 'password'

export function signUpErrors(form: SignUpForm): SignUpError[] {
  const errors: SignUpError[] = []
  if (!EMAIL.test(form.email.trim())) errors.push('email')
  if (!NICKNAME.test(form.nickname.trim().normalize('NFC'))) errors.push('nickname')
  if (form.password.length < 8 || form.password.length > 128) errors.push('password')
  return errors
}
