(() => {
  'use strict';

  const ALWAYS_OPEN = 6;
  const OPENED_BY_SEARCH = 40;

  const root = document.documentElement;
  const find = id => document.getElementById(id);
  const lower = element => element.textContent.toLowerCase();

  const tables = Array.from(document.querySelectorAll('details.table'), element => ({
    element,
    schema: element.dataset.schema,
    text: lower(element.querySelector('h3')) + ' ' + lower(element.querySelector('.account')),
    columns: Array.from(element.querySelectorAll('tbody tr'), row => ({
      row,
      text: lower(row),
      kinds: row.className.split(' ')
    }))
  }));
  const columnCount = tables.reduce((sum, table) => sum + table.columns.length, 0);

  const search = find('search');
  const schema = find('schema');
  const chips = Array.from(document.querySelectorAll('.chip input'));
  const shown = find('shown');
  const clear = find('clear');

  const number = n => n.toLocaleString('en-GB');
  const count = (n, all, noun) => number(n) + (n === all ? '' : ' of ' + number(all)) + ' ' + noun + (all === 1 ? '' : 's');

  const contains = (words, texts) => words.every(word => texts.some(text => text.includes(word)));

  const filter = () => ({
    words: search.value.toLowerCase().split(/\s+/).filter(word => word),
    schema: schema.value,
    kinds: chips.filter(chip => chip.checked && chip.value !== 'concerned').map(chip => chip.value),
    concerned: chips.some(chip => chip.checked && chip.value === 'concerned')
  });

  const isActive = f => f.words.length > 0 || f.schema !== '' || f.kinds.length > 0 || f.concerned;

  const columnMatches = (f, table, column) =>
    (f.kinds.length === 0 || f.kinds.some(kind => column.kinds.includes(kind)))
    && (!f.concerned || column.kinds.includes('concerned'))
    && contains(f.words, [column.text, table.text]);

  const bareTableMatches = (f, table) =>
    !f.concerned && (f.kinds.length === 0 || f.kinds.includes('no-rows')) && contains(f.words, [table.text]);

  const show = (element, visible) => {
    if (element.hidden === visible) {
      element.hidden = !visible;
    }
  };

  const applyTo = (f, table) => {
    if (f.schema !== '' && f.schema !== table.schema) {
      show(table.element, false);
      return 0;
    }
    let matches = 0;
    for (const column of table.columns) {
      const visible = columnMatches(f, table, column);
      show(column.row, visible);
      matches += visible ? 1 : 0;
    }
    show(table.element, table.columns.length > 0 ? matches > 0 : bareTableMatches(f, table));
    return matches;
  };

  const visibleTables = () => tables.filter(table => !table.element.hidden);

  const open = (some, state) => some.forEach(table => { table.element.open = state; });

  const apply = () => {
    const f = filter();
    const active = isActive(f);
    const columns = tables.reduce((sum, table) => sum + applyTo(f, table), 0);
    const visible = visibleTables();
    root.classList.toggle('filtered', active);
    clear.hidden = !active;
    open(visible, active ? visible.length <= OPENED_BY_SEARCH : tables.length <= ALWAYS_OPEN);
    shown.textContent = visible.length === 0
      ? 'Nothing matches.'
      : 'Showing ' + count(columns, columnCount, 'column') + ' in ' + count(visible.length, tables.length, 'table') + '.';
  };

  const reset = () => {
    search.value = '';
    schema.value = '';
    chips.forEach(chip => { chip.checked = false; });
    apply();
  };

  search.addEventListener('input', apply);
  schema.addEventListener('change', apply);
  chips.forEach(chip => chip.addEventListener('change', apply));
  clear.addEventListener('click', () => { reset(); search.focus(); });
  find('expand').addEventListener('click', () => open(visibleTables(), true));
  find('collapse').addEventListener('click', () => open(visibleTables(), false));

  const showConcerns = find('show-concerns');
  if (showConcerns) {
    showConcerns.addEventListener('click', () => {
      reset();
      chips.filter(chip => chip.value === 'concerned').forEach(chip => { chip.checked = true; });
      apply();
      find('tables').scrollIntoView();
      find('tables').focus({ preventScroll: true });
    });
  }

  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === 'Escape' && event.target === search && search.value !== '') {
      search.value = '';
      apply();
    }
  });

  let openedForPrint = [];
  window.addEventListener('beforeprint', () => {
    openedForPrint = Array.from(document.querySelectorAll('details:not([open]):not([hidden])'));
    openedForPrint.forEach(element => { element.open = true; });
  });
  window.addEventListener('afterprint', () => openedForPrint.forEach(element => { element.open = false; }));

  document.querySelectorAll('.more').forEach(element => { element.open = false; });
  apply();
  root.classList.remove('loading');
})();
