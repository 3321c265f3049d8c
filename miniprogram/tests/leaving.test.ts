import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { heldNote } from '@/wording/mydata'
import { fire, service, signedIn } from './host'

const HOLDS = [
  { reason: '劳动合同 HT-1 依法须保存', until: '2029-02-28T16:00:00Z' },
  { reason: '劳动合同 HT-2 依法须保存', until: null },
]

const signedInStill = async (): Promise<boolean> => (await import('@/stores/session')).isSignedIn()

/** The page after somebody asked to be deleted and said so twice. */
async function left(answer: unknown): Promise<VueWrapper> {
  signedIn()
  service((asked) => ({ status: 200, body: asked.url.endsWith('/erasure') ? answer : { items: [], next_cursor: null } }))
  const page = mount((await import('@/pages/my-data/index.vue')).default)
  fire('onLoad', {})
  await flushPromises()
  for (const label of ['申请删除我的信息', '提交申请']) {
    await page.findAll('button').find((one) => one.text() === label)?.trigger('click')
    await flushPromises()
  }
  return page
}

test('who may not be deleted yet reads which law keeps what until when, and stays', async () => {
  const page = await left({ state: 'held', asked_at: '2026-11-23T05:00:00Z', holds: HOLDS })
  expect(page.text()).toContain('申请已经记下，现在还不能删')
  for (const one of HOLDS) expect(page.text()).toContain(heldNote(one))
  expect(heldNote({ reason: '劳动合同', until: '2029-02-28T16:00:00Z' })).toBe('劳动合同，到2029年3月1日期满')
  expect(await signedInStill()).toBe(true)
})

test('who is deleted is told so, is signed out on this phone and sees nothing of before', async () => {
  const page = await left({ state: 'erased', asked_at: '2026-11-23T05:00:00Z', holds: [] })
  expect(page.text()).toContain('已经删除，您已退出登录')
  expect(page.text()).not.toContain('我们存了什么')
  expect(await signedInStill()).toBe(false)
})
