// Makes the cabinet an app where the browser can; the pages need nothing of this.
const { cabinet } = document.currentScript.dataset;
if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register(`${cabinet}/sw.js`, { scope: cabinet }));

// A copy gives way to the page itself as soon as there is a connection.
if ('copy' in document.documentElement.dataset) addEventListener('online', () => location.reload());
