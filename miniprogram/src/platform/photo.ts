import { inWeChat } from './host'

/** Lets the person take or choose pictures; an empty list means they changed their mind. */
export function choosePhotos(count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const none = (): void => resolve([])
    if (inWeChat) {
      uni.chooseMedia({
        count,
        mediaType: ['image'],
        sourceType: ['album', 'camera'],
        sizeType: ['compressed'],
        success: (answer) => resolve(answer.tempFiles.map((file) => file.tempFilePath)),
        fail: none,
      })
    } else {
      uni.chooseImage({
        count,
        sizeType: ['compressed'],
        sourceType: ['album', 'camera'],
        success: (answer) => resolve(([] as string[]).concat(answer.tempFilePaths)),
        fail: none,
      })
    }
  })
}
