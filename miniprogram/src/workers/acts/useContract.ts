import { onLoad, onPullDownRefresh, onShow } from '@dcloudio/uni-app'
import { ref, type Ref } from 'vue'
import { useAct, type Act } from '@/acts/useAct'
import { useLoad, type Load } from '@/acts/useLoad'
import { usePolling } from '@/acts/usePolling'
import type { Contract, ContractDone } from '@/services/types'
import { getContract } from '@/services/workers'
import { isSettled } from '@/wording/contract'

export interface ContractPage {
  id: Ref<string>
  contract: Load<Contract>
  act: Act
  settle: (
    name: string,
    subject: string,
    content: unknown,
    send: (key: string) => Promise<ContractDone>,
  ) => Promise<boolean>
}

/** One contract on a page of its own: read when the page shows, looked at again while it moves, and acted upon. */
export function useContract(): ContractPage {
  const id = ref('')
  const contract = useLoad(() => getContract(id.value))
  const act = useAct()
  const polling = usePolling(contract.load, () => contract.data.value !== null && isMoving(contract.data.value))

  onLoad((options) => {
    id.value = decodeURIComponent(options?.id ?? '')
  })
  onShow(() => void contract.load().then(polling.start))
  onPullDownRefresh(() => void contract.load().finally(() => uni.stopPullDownRefresh()))

  /** True when the act is done; the contract on the screen is then the new one. */
  async function settle(
    name: string,
    subject: string,
    content: unknown,
    send: (key: string) => Promise<ContractDone>,
  ): Promise<boolean> {
    const done = await act.run(name, subject, content, send)
    if (!done) return false
    await contract.load()
    polling.start()
    return true
  }

  return { id, contract, act, settle }
}

function isMoving(contract: Contract): boolean {
  const typesetting = contract.amendments.some((one) => one.state === 'proposed' && !one.document_sha256)
  return !isSettled(contract.state) || typesetting || contract.amendments.some((one) => one.state === 'accepted')
}
