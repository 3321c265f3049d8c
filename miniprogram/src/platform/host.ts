/** Which host runs the app; every branch on the host lives in this folder. */
export const host = process.env.UNI_PLATFORM
export const inBrowser = host === 'h5'
export const inWeChat = host === 'mp-weixin'
export const inAlipay = host === 'mp-alipay'
