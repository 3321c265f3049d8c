const LONGEST_SIDE = 1920
const SMALL_BYTES = 600 * 1024
const QUALITY = 0.82

/** A browser's camera gives whole megabytes: the picture is drawn smaller, and where it was taken is lost on the way. */
export async function shrunk(picture: Blob): Promise<Blob> {
  if (picture.size <= SMALL_BYTES || !/^image\/(jpeg|png|webp)$/.test(picture.type)) return picture
  const drawn = await createImageBitmap(picture).then(redraw).catch(() => null)
  return drawn && drawn.size < picture.size ? drawn : picture
}

function redraw(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}
