import { expectAccessible } from './accessible'
import { authorized, joinDeal, openDeals } from './deals'
import { freshName } from './member'
import { picture } from './pictures'
import { expect, test } from './test'

const SEOGYO = { latitude: 37.5563, longitude: 126.922 }

test('a room says where and how the deal stands, and what is still to pay', async ({
  arrive,
  request,
}, { project }) => {
  const size = project.name
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  const { page } = guest
  await host.isMember()
  await guest.isMember()
  const [dealId = ''] = await openDeals(request, host, [{ title: freshName('나눌 쌀'), ...SEOGYO }])
  await joinDeal(request, guest, dealId)

  await test.step('the host has nothing to pay', async () => {
    await host.page.goto(`/chat/${dealId}`)
    await expect(host.page.getByText('주민센터 앞')).toBeVisible()
    await expect(host.page.getByText('모집 중')).toBeVisible()
    await expect(host.page.getByRole('link', { name: /보내기$/ })).toHaveCount(0)
  })

  await test.step('a participant pays from the room', async () => {
    await page.goto('/wallet')
    await page.getByRole('button', { name: '채우기', exact: true }).click()
    await page.getByRole('dialog').getByLabel('금액').fill('5000')
    await page.getByRole('dialog').getByRole('button', { name: '지갑 채우기' }).click()
    await expect(page.getByTestId('balance')).toHaveText('5,000원')
    await page.goto(`/chat/${dealId}`)
    await expect(page.getByText('주민센터 앞')).toBeVisible()
    await picture(page, `${size}-67-room-to-pay`)
    await expectAccessible(page)
    await page.getByRole('link', { name: '4,000원 보내기' }).click()
    await expect(page.getByLabel('받는 이웃의 별명')).toHaveValue(host.nickname)
    await expect(page.getByLabel('보낼 금액')).toHaveValue('4,000')
    await page.getByRole('button', { name: '다음' }).click()
    await page.getByRole('button', { name: '보내기', exact: true }).click()
    await page.getByRole('link', { name: '채팅방으로' }).click()
    await expect(page.getByText('송금 완료')).toBeVisible()
    await expect(page.getByRole('link', { name: /보내기$/ })).toHaveCount(0)
  })

  await test.step('and is not led to pay again by a step back', async () => {
    await page.goBack()
    await expect(page).toHaveURL(new RegExp(`/chat/${dealId}$`))
    await page.goto(
      `/wallet/remit?to=${encodeURIComponent(host.nickname)}&amount=500&deal=${dealId}`,
    )
    await expect(page.getByText('이 공구에는 더 보낼 돈이 없어요.')).toBeVisible()
    await page.goto(`/chat/${dealId}`)
  })

  await test.step('who reads sees at once that it was cancelled, and why nothing can be said', async () => {
    const deal = await guest.context.newPage()
    await deal.goto(`/deals/${dealId}`)
    await expect(deal.getByText('송금 완료')).toBeVisible()
    const headers = await authorized(request, host)
    const cancelled = await request.post(`/api/deal/deals/${dealId}/cancellation`, {
      headers,
      data: { reason: '판매처 품절' },
    })
    expect(cancelled.ok(), await cancelled.text()).toBe(true)
    await expect(page.getByText('취소됨', { exact: true })).toBeVisible()
    await expect(page.getByText('4,000원 돌려받을 차례')).toBeVisible()
    await page.reload()
    await expect(page.getByText('취소된 공구라 읽기만 할 수 있어요.')).toBeVisible()
    await expect(deal.getByText('취소된 이유: 판매처 품절')).toBeVisible()
    await expect(deal.getByText('보낸 돈 중 4,000원은 돌려받을 돈이에요.')).toBeVisible()
    const share = deal.getByRole('region', { name: '내 참여' })
    await expect(share).toContainText('나누려던 내 몫 1')
    await expect(share.getByRole('link', { name: '채팅방' })).toBeVisible()
    await expect(share.getByText('송금 완료')).toHaveCount(0)
    await expect(page.getByText('방장이 공구를 취소했어요 “판매처 품절”')).toBeVisible()
  })

  await test.step('and is warned before paying for it all the same', async () => {
    await page.goto(
      `/wallet/remit?to=${encodeURIComponent(host.nickname)}&amount=500&deal=${dealId}`,
    )
    await expect(page.getByText('취소된 공구예요. 보내지 않는 것이 좋아요.')).toBeVisible()
  })

  await test.step('the host sees who is to get money back, and sends it', async () => {
    const { page: mine } = host
    await mine.goto('/mine?side=opened')
    await page.goto('/mine')
    await expect(page.getByText('4,000원 돌려받을 차례')).toBeVisible()
    await mine.getByRole('link', { name: '4,000원 돌려주기' }).click()
    const refunds = mine.getByRole('region', { name: '돌려줄 돈' })
    await expect(refunds.getByText(guest.nickname)).toBeInViewport()
    await expectAccessible(mine)
    await picture(mine, `${size}-68-refund`)
    const looked = mine.waitForResponse(`**/api/deal/deals/${dealId}`)
    await refunds.getByRole('link', { name: '돌려주기' }).click()
    await looked
    await expect(mine.getByLabel('받는 이웃의 별명')).toHaveValue(guest.nickname)
    await expect(mine.getByLabel('보낼 금액')).toHaveValue('4,000')
    await expect(mine.getByText('취소된 공구예요. 보내지 않는 것이 좋아요.')).toHaveCount(0)
    await mine.getByRole('button', { name: '다음' }).click()
    await mine.getByRole('button', { name: '보내기', exact: true }).click()
    await expect(mine.getByRole('link', { name: '채팅방으로' })).toBeVisible()
    const told = mine.waitForResponse(/\/api\/pay\/transactions/)
    await mine.goto(`/deals/${dealId}`)
    await told
    await expect(mine.getByRole('region', { name: '내가 연 공구' })).toBeVisible()
    await expect(refunds).toHaveCount(0)
  })
})

test('who leaves after paying is told what is to come back, and finds the deal again', async ({
  arrive,
  request,
}, { project }) => {
  const host = await arrive('방장')
  const guest = await arrive('이웃')
  const { page } = guest
  await host.isMember()
  await guest.isMember()
  const title = freshName('나올 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO }])
  await joinDeal(request, guest, dealId)
  await page.goto('/wallet')
  await page.getByRole('button', { name: '채우기', exact: true }).click()
  await page.getByRole('dialog').getByLabel('금액').fill('4000')
  await page.getByRole('dialog').getByRole('button', { name: '지갑 채우기' }).click()
  await expect(page.getByTestId('balance')).toHaveText('4,000원')
  await page.goto(`/deals/${dealId}`)
  await page.getByRole('link', { name: '송금하기' }).click()
  await page.getByRole('button', { name: '다음' }).click()
  await page.getByRole('button', { name: '보내기', exact: true }).click()
  await expect(page.getByRole('link', { name: '채팅방으로' })).toBeVisible()
  await page.goto(`/deals/${dealId}`)
  await expect(page.getByText('송금 완료')).toBeVisible()

  await page.getByRole('button', { name: '나가기' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('보낸 4,000원은 방장 화면에')).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-69-leave-paid`)
  await dialog.getByRole('button', { name: '나가기' }).click()
  await expect(page.getByText('보낸 돈 중 4,000원은 돌려받을 돈이에요.')).toBeVisible()
  await page.goto('/mine')
  const left = page.getByRole('region', { name: '나온 공구' })
  await expect(left.getByText('4,000원 돌려받을 차례')).toBeVisible()
  await expectAccessible(page)
  await picture(page, `${project.name}-69-left-deals`)
  await left.getByRole('link', { name: new RegExp(title) }).click()
  await expect(page).toHaveURL(new RegExp(`/deals/${dealId}$`))
})

test('a deal whose host has left says so everywhere, and names nobody', async ({
  arrive,
  request,
}) => {
  const host = await arrive('떠날이')
  const guest = await arrive('남을이')
  const { page } = guest
  await host.isMember()
  await guest.isMember('서교동')
  const title = freshName('남은 쌀')
  const [dealId = ''] = await openDeals(request, host, [{ title, ...SEOGYO }])
  await joinDeal(request, guest, dealId)
  await page.goto(`/deals/${dealId}`)
  await expect(page.getByRole('link', { name: '송금하기' })).toBeVisible()

  const headers = await authorized(request, host)
  const left = await request.delete('/api/member/members/me', {
    headers,
    data: { password: host.password },
  })
  expect(left.ok(), await left.text()).toBe(true)

  await expect(page.getByText('방장이 마켓을 떠나서 취소됐어요.')).toBeVisible()
  await expect(page.getByRole('region', { name: '내 참여' })).toContainText('나누려던 내 몫 1')
  await expect(page.getByRole('link', { name: '송금하기' })).toHaveCount(0)
  await expect(page.getByText(host.nickname)).toHaveCount(0)
  await expect(page.getByRole('link', { name: '소개와 다른 공구 보기' })).toHaveCount(0)
  await page.getByRole('link', { name: '채팅방' }).click()
  await expect(page.getByText('방장이 마켓을 떠나서 공구가 취소됐어요')).toBeVisible()
  await page.goto('/inbox')
  await expect(page.getByText(`방장이 마켓을 떠나서 ‘${title}’ 공구가 취소됐어요`)).toBeVisible()
})
