import { freshName, PHONE } from './member'
import { drawPhotograph, picture } from './pictures'
import { expect, test } from './test'

/**
 * The one true story: two neighbours, two phones, and the host's desktop. Everything in it goes over the
 * real services; nothing is stubbed.
 */
test('two neighbours split a crate', async ({ arrive }, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const joiner = await arrive('이웃', PHONE)
  const title = `${freshName('노지 감귤')} 10kg`

  await test.step('both sign up, sign in and set their neighbourhood', async () => {
    await host.page.goto('/')
    await expect(host.page.getByRole('heading', { level: 1 })).toBeVisible()
    await picture(host.page, `${size}-01-landing`)
    await host.signUp()
    await picture(host.page, `${size}-02-neighbourhood`)
    await host.signOut()
    await host.signIn()
    await host.moveHere('서교동')
    await joiner.signUp()
    await joiner.moveTo('연남동')
  })

  let dealId = ''
  await test.step('the host opens a deal with a picture', async () => {
    const { page } = host
    await page.getByRole('link', { name: '공구 열기' }).first().click()
    await page.getByLabel('사진 넣기').setInputFiles({
      name: 'mandarins.jpg',
      mimeType: 'image/jpeg',
      buffer: await drawPhotograph(page),
    })
    await page.getByLabel('무엇을 나눌까요?').fill(title)
    await page.getByLabel('분류').selectOption({ label: '과일·채소' })
    await page
      .getByLabel('소개', { exact: true })
      .fill('서귀포 농가에서 바로 받아요. 토요일 오전에 나눌게요.')
    await page.getByLabel('동네 고르기').selectOption({ label: '서교동' })
    await page.getByLabel('받는 곳 이름').fill('서교동 주민센터 앞')
    await page.getByLabel('전체 값').fill('32000')
    await page.getByRole('textbox', { name: '전체 몫 수' }).fill('10')
    await page.getByRole('textbox', { name: '전체 몫 수' }).press('Tab')
    await page.getByRole('textbox', { name: '그중 내 몫' }).fill('2')
    await page.getByRole('textbox', { name: '그중 내 몫' }).press('Tab')
    await page.getByLabel('한 몫의 양').fill('1')
    await page.getByLabel('단위').selectOption({ label: 'kg' })
    await expect(page.getByText('3,200원')).toBeVisible()
    await picture(page, `${size}-03-open-deal`)
    await page.getByRole('button', { name: '공구 열기' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('img', { name: `${title} 사진 1` })).toBeVisible()
    dealId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await picture(page, `${size}-04-deal-host`)
  })

  await test.step('the other finds it nearby and joins', async () => {
    const { page } = joiner
    // The host looks at the home screen meanwhile; nothing there is loaded anew until the bell rings.
    await host.page.goto('/home')
    await expect(host.page.getByRole('link', { name: '알림', exact: true })).toBeVisible()
    await page.goto('/home')
    await page.getByRole('button', { name: '최신순' }).click()
    await expect(page.getByRole('link', { name: title })).toBeVisible()
    await picture(page, `${size}-05-home`)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('button', { name: '하나 더하기' }).click()
    await picture(page, `${size}-06-deal`)
    await page.getByRole('button', { name: '6,400원에 참여하기' }).click()
    const dialog = page.getByRole('dialog', { name: '2몫 참여할까요?' })
    await expect(dialog).toBeVisible()
    await picture(page, `${size}-07-join`)
    await dialog.getByRole('button', { name: '2몫 참여하기' }).click()
    await expect(page.getByText('내 몫 2', { exact: true })).toBeVisible()
    await expect(page.getByRole('img', { name: /10몫 중 4몫 참, 그중 내 몫 2/ })).toBeVisible()
    await picture(page, `${size}-08-joined`)
  })

  await test.step("the host's bell shows it at once", async () => {
    const { page } = host
    const bell = page.getByRole('link', { name: '새 알림 1개' })
    await expect(bell).toBeVisible()
    await bell.click()
    await expect(
      page.getByRole('link', { name: new RegExp(`${joiner.nickname}님이 .*2몫 참여했어요`) }),
    ).toBeVisible()
    await picture(page, `${size}-09-bell`)
  })

  await test.step('both write and see each other’s words live', async () => {
    await host.page.goto(`/chat/${dealId}`)
    await joiner.page.getByRole('link', { name: '채팅방' }).click()
    const hello = '안녕하세요! 토요일에 봬요.'
    const reply = '네, 봉투 챙겨 갈게요'
    const composer = (page: typeof host.page) => page.getByRole('textbox', { name: '메시지' })
    await expect(
      host.page.getByRole('log').getByText(`${joiner.nickname}님이 들어왔어요`),
    ).toBeVisible()

    await composer(joiner.page).fill(hello)
    await joiner.page.getByRole('button', { name: '보내기', exact: true }).click()
    await expect(host.page.getByRole('log').getByText(hello)).toBeVisible()

    await composer(host.page).fill(reply)
    // On a phone Enter begins a new line.
    if (size === 'phone')
      await host.page.getByRole('button', { name: '보내기', exact: true }).click()
    else await composer(host.page).press('Enter')
    await expect(joiner.page.getByRole('log').getByText(reply)).toBeVisible()
    await expect(joiner.page.getByRole('log').getByText('보내는 중')).toHaveCount(0)
    await expect(joiner.page.getByRole('log').getByText(hello)).toHaveCount(1)
    await picture(joiner.page, `${size}-10-chat`)
    await picture(host.page, `${size}-11-chat-host`)
  })

  await test.step('the joiner charges the wallet and remits the price of the shares', async () => {
    const { page } = joiner
    await page.goto('/wallet')
    await page.getByRole('button', { name: '채우기' }).click()
    const dialog = page.getByRole('dialog', { name: '채우기' })
    await dialog.getByLabel('금액').fill('10000')
    await dialog.getByRole('button', { name: '지갑 채우기' }).click()
    await expect(page.getByTestId('balance')).toHaveText('10,000원')

    await page.goto('/mine')
    await page.getByRole('link', { name: '송금' }).click()
    await expect(page.getByLabel('받는 이웃의 별명')).toHaveValue(host.nickname)
    await expect(page.getByLabel('보낼 금액')).toHaveValue('6,400')
    await picture(page, `${size}-12-remit`)
    await page.getByRole('button', { name: '다음' }).click()
    await expect(
      page.getByRole('heading', { name: `${host.nickname}님에게 6,400원을 보낼까요?` }),
    ).toBeVisible()
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await expect(
      page.getByRole('heading', { name: `${host.nickname}님에게 6,400원을 보냈어요` }),
    ).toBeVisible()
    await picture(page, `${size}-13-remitted`)
  })

  const seeTheirHistory = async () => {
    await joiner.page.goto('/wallet')
    await expect(joiner.page.getByTestId('balance')).toHaveText('3,600원')
    await expect(joiner.page.getByText(`${host.nickname}님에게 보냄`)).toBeVisible()
    await host.page.goto('/wallet')
    await expect(host.page.getByTestId('balance')).toHaveText('6,400원')
    await expect(host.page.getByText(`${joiner.nickname}님이 보냄`)).toBeVisible()
  }

  await test.step('both see it in their history', async () => {
    await seeTheirHistory()
    await picture(joiner.page, `${size}-14-history`)
    await picture(host.page, `${size}-15-history-host`)
  })

  await test.step('and beside the deal: nobody pays twice or asks twice', async () => {
    const { page } = joiner
    await page.goto('/mine')
    await expect(page.getByText('송금 완료')).toBeVisible()
    await expect(page.getByRole('link', { name: '송금' })).toHaveCount(0)
    await picture(page, `${size}-17-sent`)
    await page.goto(`/deals/${dealId}`)
    await expect(page.getByText('송금 완료')).toBeVisible()
    await host.page.goto(`/deals/${dealId}`)
    await expect(
      host.page.getByRole('listitem').filter({ hasText: joiner.nickname }),
    ).toContainText('6,400원 보냄')
  })

  await test.step('after a reload all of it is still there', async () => {
    await joiner.page.reload()
    await host.page.reload()
    await seeTheirHistory()
    await joiner.page.goto(`/chat/${dealId}`)
    await expect(joiner.page.getByRole('log').getByText('네, 봉투 챙겨 갈게요')).toBeVisible()
    await joiner.page.goto(`/deals/${dealId}`)
    await expect(joiner.page.getByText('내 몫 2', { exact: true })).toBeVisible()
    await host.page.goto('/mine?side=opened')
    await expect(host.page.getByText(title)).toBeVisible()
    await picture(host.page, `${size}-16-my-deals`)
  })
})
