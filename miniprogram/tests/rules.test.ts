import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { handlerFacts, rulesSpoken } from '@/wording/mydata'
import { fire, navigation, service } from './host'

const RULES = {
  version: '3fa9c1d2', since: '2026-11-27',
  handler: { name: '某市数据局', address: '某路 1 号', contact: '0571-1', officer: '王主任', officer_contact: '0571-2' },
  rights: [{ name: '看、带走', how: '整理成一个包', law: '第四十五条', page: '/pages/my-data/index' }],
  remarks: [{ title: '孩子', text: '不满十四岁的孩子不要注册。' }],
  kept: [{ name: '劳动合同', holds: '每一份合同', source: '您和单位签订', kept: '至少两年' }],
  recipients: [{ name: '银行', given: '姓名和卡号', purpose: '打工资', ground: '您单独同意' }],
  decided: ['同一张卡两个人登记，先停住'], erased: ['银行卡号'], lawful: ['考勤'],
}

async function shown(): Promise<VueWrapper> {
  const page = mount((await import('@/mydata/pages/rules/index.vue')).default)
  fire('onLoad', {})
  await flushPromises()
  return page
}

test('who reads the rules sees who answers for them, and opens the long lists only when wanted', async () => {
  service(() => ({ status: 200, body: RULES }))
  const page = await shown()
  for (const fact of handlerFacts(RULES)) expect(page.text()).toContain(fact.value)
  expect(page.text()).not.toContain('姓名和卡号')
  await page.findAll('button').find((one) => one.text() === '看给谁、给什么')?.trigger('click')
  expect(page.text()).toContain('姓名和卡号')
})

test('without a network the copy of last time is shown and said to be one; without a copy, what to do', async () => {
  service(() => ({ status: 503, body: {} }))
  expect((await shown()).text()).toContain('再试一次')
  service(() => ({ status: 200, body: RULES }))
  await shown()
  service(() => ({ status: 503, body: {} }))
  const page = await shown()
  expect(page.text()).toContain('这是上次存在手机里的')
  expect(page.text()).toContain('王主任')
})

test('a right leads to the page where it is used, after signing in', async () => {
  service(() => ({ status: 200, body: RULES }))
  const page = await shown()
  await page.find('[role="link"]').trigger('click')
  expect(navigation.navigateTo.mock.calls[0]?.[0].url).toContain('/pages/sign-in/index?then=')
  expect(rulesSpoken(RULES).join('')).toContain('整理成一个包')
})
