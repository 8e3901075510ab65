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

export type PasswordStrength = 'weak' | 'fair' | 'good'

/**
 * How hard a password is to guess, roughly: length counts, and how many different characters there are;
 * rules of composition do not (NIST SP 800-63B, section 5.1.1.2). The service refuses the common ones.
 * @returns nothing while nothing is typed
 */
export function passwordStrength(password: string): PasswordStrength | undefined {
  if (password === '') return undefined
  const different = new Set(password).size
  if (password.length >= 14 && different >= 8) return 'good'
  return password.length >= 10 && different >= 6 ? 'fair' : 'weak'
}
