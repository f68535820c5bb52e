// The back office's few lines of script: shortcuts, the scheme, what a cookie remembers. Everything else is Blazor's.
window.office = {
  remember(name, value) {
    document.cookie = `${name}=${encodeURIComponent(value)};path=/office;max-age=31536000;samesite=lax`;
  },
};

const press = name => {
  const target = document.querySelector(`[data-shortcut="${name}"]`);
  if (!target || target.disabled) return false;
  // Leaving the field first, so that what was typed last is known to the form.
  document.activeElement?.blur?.();
  name === 'search' ? target.focus() : target.click();
  return true;
};

const walk = (link, step) => {
  const links = [...link.closest('[data-rows]').querySelectorAll('a.open')];
  links[links.indexOf(link) + step]?.focus();
};

const copy = async button => {
  const source = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(source);
  // Without TLS a page has no clipboard; the old command copies what is selected.
  const isCopied = navigator.clipboard
    ? await navigator.clipboard.writeText(source.textContent).then(() => true, () => false)
    : document.execCommand('copy');
  const status = document.querySelector('[data-copied]');
  if (status) status.textContent = isCopied ? 'Скопировано' : 'Не скопировалось: текст выделен, скопируйте его клавишами Ctrl+C';
};

document.addEventListener('keydown', event => {
  const isTyping = event.target.closest?.('input:not([type="checkbox"]), textarea, select');
  const rows = event.target.closest?.('[data-rows] a.open');
  let isDone = false;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) isDone = press(event.shiftKey ? 'save-and-close' : 'save');
  else if (event.key === 'Escape' && !document.querySelector(':popover-open')) isDone = press('back');
  else if (event.key === '/' && !isTyping) isDone = press('search');
  else if (rows && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    walk(rows, event.key === 'ArrowDown' ? 1 : -1);
    isDone = true;
  } else if (event.key === 'ArrowDown' && event.target.matches?.('[data-shortcut="search"]')) {
    document.querySelector('[data-rows] a.open')?.focus();
    isDone = true;
  }
  if (isDone) event.preventDefault();
});

document.addEventListener('click', event => {
  const at = selector => event.target.closest?.(selector);
  if (at('[popover] a')) document.querySelector(':popover-open')?.hidePopover();
  if (at('[data-scheme-switch]')) {
    const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark'
      || (!document.documentElement.dataset.scheme && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset.scheme = isDark ? 'light' : 'dark';
    document.cookie = `kabinet-scheme=${isDark ? 'light' : 'dark'};path=/office;max-age=31536000;samesite=lax`;
  }
  if (at('[data-copy]')) copy(at('[data-copy]'));
  if (at('[data-reconnect]')) Blazor.reconnect().then(isBack => isBack || location.reload());
  if (at('[data-reload]')) location.reload();
});

// A new company's address follows its name until somebody writes another; the time zone is the browser's.
const propose = form => {
  const letters = JSON.parse(form.dataset.proposesAddress);
  const latin = letter => letters[letter] ?? letter.normalize('NFD').match(/^[a-z0-9]/)?.[0] ?? '-';
  const addressOf = name => [...name.toLowerCase()].map(latin).join('').replace(/-+/g, '-').replace(/^-/, '').slice(0, 40).replace(/-$/, '');
  const { Name: name, Address: address, TimeZone: zone } = form.elements;
  let proposed = addressOf(name.value);
  name.addEventListener('input', () => {
    if (address.value && address.value !== proposed) return;
    address.value = proposed = addressOf(name.value);
  });
  const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone.hasAttribute('data-guess-zone') && [...zone.options].some(option => option.value === mine)) zone.value = mine;
};
document.querySelectorAll('[data-proposes-address]').forEach(propose);
