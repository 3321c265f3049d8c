import { inBrowser } from './host'

/** Opens a PDF: a new tab in a browser, the host's viewer (with "send to chat" and "save") in a mini-program. */
export function openDocument(url: string): Promise<void> {
  if (inBrowser) {
    const opened = window.open(url, '_blank')
    if (opened) opened.opener = null
    else location.assign(url) // The new window was refused: this one shows the file and "back" returns.
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    uni.downloadFile({
      url,
      success: ({ tempFilePath }) =>
        uni.openDocument({
          filePath: tempFilePath,
          fileType: 'pdf',
          showMenu: true,
          success: () => resolve(),
          fail: () => reject(new Error('open')),
        }),
      fail: () => reject(new Error('download')),
    })
  })
}

/** Fetches a file that is no document: a browser saves it; in a mini-program its address goes to the phone's browser. */
export function fetchFile(url: string): Promise<string> {
  if (inBrowser) {
    location.assign(url) // Served as an attachment: the page stays.
    return Promise.resolve('已开始下载，一般存在手机的“下载”里')
  }
  return copyText(url).then(() => '下载地址已复制，请在五分钟内粘贴到手机浏览器打开')
}

/** Whether a file of ours can be kept as one. */
export const keepsFiles = inBrowser

/** Saves text as a file in a browser; a mini-program puts it on the clipboard, which is the nearest it can do. */
export function keepText(filename: string, text: string, type = 'application/json'): Promise<string> {
  if (inBrowser) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type }))
    link.download = filename
    link.click()
    URL.revokeObjectURL(link.href)
    return Promise.resolve(`已保存为文件 ${filename}`)
  }
  return copyText(text).then(() => '已复制，可以粘贴到文件或聊天里保存')
}

export function copyText(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    uni.setClipboardData({ data: text, showToast: false, success: () => resolve(), fail: () => reject(new Error('copy')) })
  })
}

export function callPhone(phone: string): void {
  uni.makePhoneCall({ phoneNumber: phone, fail: () => undefined })
}
