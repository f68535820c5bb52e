// The cabinet as an app. The server writes above this file: cabinet (its address), version (of the files below), files (to keep beforehand).
// Pages come from the network; where there is none, from the copy of home, my bookings or about, else the page that says so. What is
// posted is never kept, and signing in or out forgets the copies.
const kept = `kabinet ${cabinet} ${version}`, copies = `kabinet ${cabinet} copies`, offline = `${cabinet}/offline`;
const copied = [cabinet, `${cabinet}/bookings`, `${cabinet}/about`];
const forgetting = [`${cabinet}/sign-in/code`, `${cabinet}/sign-out`, `${cabinet}/profile/delete`];

addEventListener('install', event => event.waitUntil(keep().then(() => skipWaiting())));

addEventListener('activate', event => event.waitUntil((async () => {
  const old = (await caches.keys()).filter(name => name.startsWith(`kabinet ${cabinet} `) && name !== kept && name !== copies);
  await Promise.all(old.map(name => caches.delete(name)));
  await registration.navigationPreload?.enable();
  await clients.claim();
})()));

// The first visit is over before there is a worker to see it, so its page asks for the copies. Not a part of activating: pages wait for that.
addEventListener('message', event => event.data === 'copy' && event.waitUntil(copyAll()));

addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (isChange(request, url)) event.waitUntil(copyAll());
  if (request.method !== 'GET') {
    if (forgetting.includes(url.pathname)) event.waitUntil(caches.delete(copies));
  } else if (files.includes(url.pathname)) event.respondWith(fromKept(request));
  else if (request.mode === 'navigate' && isOfCabinet(url)) event.respondWith(page(event, url));
});

// The scope /mint begins the address of /mintal too, which is another company's.
const isOfCabinet = url => url.pathname === cabinet || url.pathname.startsWith(`${cabinet}/`);

// The pages to which booking, moving, cancelling and changing lead: who goes underground now must not find the list of before.
const isChange = (request, url) => request.method === 'GET'
  && (url.pathname.startsWith(`${cabinet}/new/done/`) || url.pathname.startsWith(`${cabinet}/bookings/`) && url.search !== '');

async function keep() {
  const cache = await caches.open(kept);
  await cache.addAll([...files, offline]);
}

async function fromKept(request) {
  const cache = await caches.open(kept);
  return await cache.match(request, { ignoreVary: true }) ?? fetch(request);
}

async function page(event, url) {
  const isCopied = copied.includes(url.pathname) && !url.search;
  try {
    const answer = await event.preloadResponse ?? await fetch(event.request);
    if (isCopied && answer.ok && !answer.redirected) event.waitUntil(copy(url.pathname, answer.clone()));
    return answer;
  } catch {
    return await copyOf(url) ?? await caches.match(offline, { cacheName: kept, ignoreVary: true }) ?? Response.error();
  }
}

async function copy(path, answer) {
  const cache = await caches.open(copies);
  await cache.put(path, answer);
  // Who has only seen the home page wants his bookings in the lift all the same.
  if (path === cabinet && !await cache.match(copied[1], { ignoreVary: true })) await copyAll();
}

async function copyAll() {
  const cache = await caches.open(copies);
  await Promise.all(copied.map(async path => {
    const answer = await fetch(path).catch(() => undefined);
    if (answer?.ok && !answer.redirected) await cache.put(path, answer);
  }));
}

async function copyOf(url) {
  const answer = copied.includes(url.pathname) && await caches.match(url.pathname, { cacheName: copies, ignoreVary: true });
  if (!answer) return undefined;
  // The style sheet shows the notice that it is a copy, and hides what needs the network.
  const html = (await answer.text()).replace('<html ', '<html data-copy ');
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': answer.headers.get('Content-Security-Policy') } });
}
