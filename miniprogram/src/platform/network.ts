import { ref } from 'vue'

/** Whether the phone says it has a network. A hint for the banner only: requests are tried regardless. */
export const online = ref(true)

export function watchNetwork(): void {
  uni.getNetworkType({ success: (answer) => (online.value = answer.networkType !== 'none') })
  uni.onNetworkStatusChange((change) => (online.value = change.isConnected))
}
