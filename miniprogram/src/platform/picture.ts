import { openDocument } from './document'

/** Shows pictures large, beginning with one of them; two fingers enlarge. */
export function showPictures(urls: string[], first: string): void {
  uni.previewImage({ urls, current: first, fail: () => undefined })
}

/** Opens a file that a page names: pictures in the host's viewer, everything else as a document. */
export async function openFile(url: string, type: string): Promise<void> {
  if (type.startsWith('image/')) showPictures([url], url)
  else await openDocument(url)
}
