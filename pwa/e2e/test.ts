import { test as base, type BrowserContextOptions } from '@playwright/test'
import { DESKTOP, Member, PHONE } from './member'

export { expect } from '@playwright/test'

/**
 * Somebody comes to the market, with a browser of their own that is closed when the test is over.
 * @param root what their nickname begins with
 * @param device what they look at it on; as large as the project asks for, unless said otherwise
 */
export type Arrive = (root: string, device?: BrowserContextOptions) => Promise<Member>

export const test = base.extend<{ arrive: Arrive }>({
  arrive: async ({ browser }, use, { project }) => {
    const here: Member[] = []
    await use(async (root, device = project.name === 'phone' ? PHONE : DESKTOP) => {
      const member = await Member.arrive(browser, root, device)
      here.push(member)
      return member
    })
    for (const { context } of here) await context.close()
  },
})
