// Makes the cabinet an app where the browser can; the pages need nothing of this.
const { cabinet } = document.currentScript.dataset, worker = navigator.serviceWorker;

if (worker) addEventListener('load', async () => {
  const isFirstVisit = !worker.controller;
  await worker.register(`${cabinet}/sw.js`, { scope: cabinet });
  if (isFirstVisit) (await worker.ready).active.postMessage('copy');
});

// A copy gives way to the page itself as soon as it can be reached; «online» alone only means that there is some network.
if ('copy' in document.documentElement.dataset) addEventListener('online', async () => {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => undefined);
  if (answer?.ok) location.reload();
});
