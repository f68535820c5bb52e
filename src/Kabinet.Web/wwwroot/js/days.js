// Days are chosen on a grid of resources by days, or on the month of one resource: pressed, dragged over, or with the keys. What is chosen
// stands in aria-selected; when a gesture ends it is written into a hidden field, from which the page reads it.
(() => {
  const rootOf = target => target.closest?.('[data-days]');
  const dayOf = target => target?.closest?.('[data-day]');
  const cellsOf = root => [...root.querySelectorAll('[data-day]')];
  const chosenOf = root => new Set(cellsOf(root).filter(isChosen));
  const isChosen = cell => cell.ariaSelected === 'true';
  const isMonth = root => root.dataset.days === 'month';
  const rowOf = cell => cell.closest('[data-resource]');
  // In a month the weeks follow one another: a run of days, not a rectangle.
  const placeOf = cell => [isMonth(rootOf(cell)) ? 0 : rowOf(cell).rowIndex, +cell.dataset.day];

  const between = (from, to) => {
    const [[fromRow, fromDay], [toRow, toDay]] = [placeOf(from), placeOf(to)];
    const isIn = (value, one, other) => Math.min(one, other) <= value && value <= Math.max(one, other);
    return cellsOf(rootOf(from)).filter(cell => {
      const [row, day] = placeOf(cell);
      return isIn(row, fromRow, toRow) && isIn(day, fromDay, toDay);
    });
  };

  const show = (root, chosen) => {
    for (const cell of cellsOf(root)) if (isChosen(cell) !== chosen.has(cell)) cell.ariaSelected = chosen.has(cell);
  };

  // 12:1-5,9;14:3 — days of the month by resource, runs of them written short.
  const written = root => {
    const rows = new Map();
    for (const cell of chosenOf(root)) {
      const resource = rowOf(cell).dataset.resource;
      rows.set(resource, [...rows.get(resource) ?? [], +cell.dataset.day]);
    }
    const runs = days => days.sort((one, other) => one - other).reduce((found, day) => {
      const last = found.at(-1);
      if (last && last[1] === day - 1) last[1] = day;
      else found.push([day, day]);
      return found;
    }, []);
    return [...rows].map(([resource, days]) => `${resource}:${runs(days).map(run => run.join('-')).join(',')}`).join(';');
  };

  const tell = root => {
    for (const other of document.querySelectorAll('[data-days]')) if (other !== root) show(other, new Set());
    const field = root.querySelector('[data-chosen-days]');
    field.value = written(root);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const step = (cell, previous) => {
    for (const one of cellsOf(rootOf(cell))) one.tabIndex = one === cell ? 0 : -1;
    cell.focus({ preventScroll: previous === undefined });
  };

  let anchor = null, gesture = null;

  document.addEventListener('pointerdown', event => {
    const cell = dayOf(event.target);
    if (!cell || event.button !== 0) return;
    const root = rootOf(cell);
    const before = chosenOf(root);
    const isAdding = event.pointerType !== 'mouse' || event.ctrlKey || event.metaKey;
    const from = event.shiftKey && anchor && root.contains(anchor) ? anchor : cell;
    const base = isAdding ? before : new Set();
    // What is chosen already is given up by pressing it again.
    const isGivenUp = from === cell && before.has(cell) && (isAdding || before.size === 1);
    gesture = { root, from, base, before, isGivenUp, pointer: event.pointerId };
    anchor = from;
    if (event.pointerType === 'mouse') event.preventDefault();
    step(cell);
    extend(cell);
  });

  const extend = cell => {
    const { root, from, base, isGivenUp } = gesture;
    const chosen = new Set(base);
    for (const one of between(from, cell)) isGivenUp ? chosen.delete(one) : chosen.add(one);
    show(root, chosen);
  };

  document.addEventListener('pointermove', event => {
    if (gesture?.pointer !== event.pointerId) return;
    const cell = dayOf(document.elementFromPoint(event.clientX, event.clientY));
    if (cell && gesture.root.contains(cell)) extend(cell);
  });

  document.addEventListener('pointerup', event => {
    if (gesture?.pointer !== event.pointerId) return;
    const { root } = gesture;
    gesture = null;
    tell(root);
  });

  // The finger scrolled after all.
  document.addEventListener('pointercancel', event => {
    if (gesture?.pointer !== event.pointerId) return;
    show(gesture.root, gesture.before);
    gesture = null;
  });

  document.addEventListener('click', event => {
    const all = event.target.closest?.('[data-all-of-day], [data-all-of-row]');
    const root = all && rootOf(all);
    if (!root) return;
    const wanted = cellsOf(root).filter(cell => all.dataset.allOfDay ? cell.dataset.day === all.dataset.allOfDay : rowOf(cell) === rowOf(all));
    const before = chosenOf(root);
    const isGivenUp = wanted.every(cell => before.has(cell));
    const chosen = event.ctrlKey || event.metaKey || isGivenUp ? before : new Set();
    for (const cell of wanted) isGivenUp ? chosen.delete(cell) : chosen.add(cell);
    show(root, chosen);
    tell(root);
  });

  const neighbour = (cell, key) => {
    const cells = cellsOf(rootOf(cell));
    const at = cells.indexOf(cell);
    const row = cells.filter(one => rowOf(one) === rowOf(cell));
    const width = isMonth(rootOf(cell)) ? 7 : row.length;
    switch (key) {
      case 'ArrowRight': return row[row.indexOf(cell) + 1];
      case 'ArrowLeft': return row[row.indexOf(cell) - 1];
      case 'ArrowDown': return cells[at + width];
      case 'ArrowUp': return cells[at - width];
      case 'Home': return row[0];
      case 'End': return row.at(-1);
      default: return undefined;
    }
  };

  document.addEventListener('keydown', event => {
    const cell = dayOf(event.target);
    if (!cell) return;
    const root = rootOf(cell);
    const to = neighbour(cell, event.key);
    if (to) {
      step(to, cell);
      if (event.shiftKey) {
        if (!anchor || !root.contains(anchor)) anchor = cell;
        show(root, new Set(between(anchor, to)));
        tell(root);
      } else {
        anchor = to;
      }
    } else if (event.key === ' ') {
      const chosen = chosenOf(root);
      if (!chosen.delete(cell)) chosen.add(cell);
      anchor = cell;
      show(root, chosen);
      tell(root);
    } else if (event.key === 'Enter') {
      document.querySelector('[data-day-commands] button')?.focus();
    } else if (event.key === 'Escape' && chosenOf(root).size > 0) {
      show(root, new Set());
      tell(root);
    } else {
      return;
    }
    event.preventDefault();
  });

  window.office.forgetDays = () => {
    anchor = null;
    for (const root of document.querySelectorAll('[data-days]')) show(root, new Set());
  };
})();
