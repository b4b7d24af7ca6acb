// Draws the first page of each file, by the child and by pdf.js in turns, until a pixel of it can be read from the canvas.
import { GlobalWorkerOptions, getDocument, PDFWorker } from '/pdf.mjs';

/** Counted rounds on each file; one goes before, which fills the caches. */
const ROUNDS = 9;

GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
/** One that reads every file, so that it need not be started for each. */
const kept = new PDFWorker();
const canvas = document.querySelector('canvas');
// Drawn by the processor: with it pdf.js is faster where there is no graphics card, and both end with pixels that are there.
const context = canvas.getContext('2d', { willReadFrequently: true });
let asked = 0;

async function picture(address) {
  const image = new Image();
  // A picture that the page has had once it would not ask for again, whatever the answer said of storing.
  image.src = `${address}?${asked++}`;
  await image.decode();
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  context.drawImage(image, 0, 0);
  context.getImageData(0, 0, 1, 1);
}

/** With the way of the file into the page, which pdf.js needs and the child does not. */
async function pdfjs(address, edge, options) {
  const data = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const loading = getDocument({ data, ...options });
  const page = await (await loading.promise).getPage(1);
  const paper = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: edge / Math.max(paper.width, paper.height) });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  // As for a printer: in one go, without waiting for frames, which is faster.
  await page.render({ canvas, canvasContext: context, viewport, intent: 'print' }).promise;
  context.getImageData(0, 0, 1, 1);
  return loading;
}

/** Milliseconds; not a number when it could not be done or nothing was drawn. */
async function timed(work) {
  canvas.width = 0;
  const begun = performance.now();
  try {
    const loading = await work();
    const took = performance.now() - begun;
    const isDrawn = hasInk();
    await loading?.destroy();
    return isDrawn ? took : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** Whether anything on the canvas is darker than paper. */
function hasInk() {
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 0 && data[at] < 200) return true;
  return false;
}

const edges = await (await fetch('/files')).json();
for (const [file, edge] of edges.entries()) {
  for (let round = 0; round <= ROUNDS; round++) {
    const times = [
      await timed(() => picture(`/page/${file}`)),
      await timed(() => picture('/last')),
      await timed(() => pdfjs(`/file/${file}`, edge, {})),
      await timed(() => pdfjs(`/file/${file}`, edge, { worker: kept })),
    ];
    if (round > 0) await fetch(`/told/${[file, ...times].join('/')}`);
  }
}
await fetch('/told/done');
