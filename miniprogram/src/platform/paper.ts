import { inBrowser, inWeChat } from './host'

/** Whether the host lets a person choose a PDF; where it does not, a photo of the paper serves. */
export const choosesFiles = inBrowser || inWeChat

interface FromChat {
  count: number
  type: 'file'
  extension: string[]
  success: (answer: { tempFiles: { path: string }[] }) => void
  fail: () => void
}

/** Lets the person choose PDF files; an empty list means they changed their mind. */
export function choosePdfs(count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const none = (): void => resolve([])
    if (inWeChat) {
      // WeChat has no file dialog: papers come from a chat. The framework's types don't know the call.
      const { chooseMessageFile } = uni as unknown as { chooseMessageFile: (asked: FromChat) => void }
      chooseMessageFile({ count, type: 'file', extension: ['pdf'], success: (answer) => resolve(answer.tempFiles.map((file) => file.path)), fail: none })
    } else {
      uni.chooseFile({ count, extension: ['.pdf'], success: (answer) => resolve(([] as string[]).concat(answer.tempFilePaths)), fail: none })
    }
  })
}
