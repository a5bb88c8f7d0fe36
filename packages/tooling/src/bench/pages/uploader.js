// A person hands in a photo: what stands for the camera, and for the person. `photo(width, height)` makes one, lying on
// its side as cameras write them; `handIn(photo)` gives it to the uploader and waits until it has arrived;
// `makeSmallerAtOnce(photo)` does what a page without an uploader would.

globalThis.photo = async (width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#b9a98c';
  context.fillRect(0, 0, width, height);
  for (let at = 0; at < 60_000; at += 1) {
    context.fillStyle = `hsl(${Math.random() * 360} 30% ${Math.random() * 100}%)`;
    context.fillRect(
      Math.random() * width,
      Math.random() * height,
      4 + Math.random() * 60,
      2 + Math.random() * 8,
    );
  }
  const bytes = new Uint8Array(
    await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer(),
  );
  // EXIF 2.32: one entry, orientation (tag 274), six.
  const exif = [0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8, 0, 1];
  const entry = [1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const parts = [bytes.subarray(0, 2), new Uint8Array([...exif, ...entry]), bytes.subarray(2)];
  return new File(parts, 'photo.jpg', { type: 'image/jpeg' });
};

globalThis.handIn = async (photo) => {
  const { shadowRoot } = document.querySelector('lintas-document-uploader');
  const input = shadowRoot.querySelector('#file-other');
  const data = new DataTransfer();
  data.items.add(photo);
  input.files = data.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  while (!shadowRoot.querySelector('[part~=document]')) {
    // A doubt about a picture of nothing is no matter.
    const file = shadowRoot.querySelector('[part~=file] .findings');
    file?.closest('[part~=file]').querySelector('.row button')?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

globalThis.makeSmallerAtOnce = async (photo) => {
  const bitmap = await createImageBitmap(photo, {
    resizeWidth: 2250,
    resizeHeight: 3000,
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(2250, 3000);
  canvas.getContext('2d', { willReadFrequently: true }).drawImage(bitmap, 0, 0);
  await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
};
