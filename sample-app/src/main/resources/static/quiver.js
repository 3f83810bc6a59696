'use strict';

const examples = [
	'limit the size of uploaded files',
	'gzip the replies sent to browsers',
	'listen on localhost only',
	'colours in the terminal',
	'warn me before the hard drive gets full',
	'let running jobs finish before the program ends'
];

const filters = ['group', 'type', 'deprecated'];

const $ = (id) => document.getElementById(id);

let running = new AbortController();
let waiting;

/* The address is the state: what is shown can be bookmarked, sent to a friend and gone back to. */

function state() {
	return Object.fromEntries(new URLSearchParams(location.search));
}

function address(values) {
	const parameters = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
	return parameters.size ? '?' + parameters : location.pathname;
}

function go(values, replace) {
	const target = address(values);
	if (target !== (location.search || location.pathname)) {
		history[replace ? 'replaceState' : 'pushState'](null, '', target);
	}
	show();
}

function entered() {
	const values = { q: $('q').value.trim() };
	filters.forEach((name) => values[name] = $(name).value);
	return values;
}

async function get(path, options) {
	let response;
	try {
		response = await fetch(path, options);
	}
	catch (failure) {
		if (failure.name === 'AbortError') {
			throw failure;
		}
		throw new Error('The application does not answer. Is it still running?');
	}
	const body = await response.json().catch(() => ({}));
	if (!response.ok) {
		throw new Error(body.detail || `The application answered with status ${response.status}.`);
	}
	return body;
}

/* Results */

async function show() {
	clearTimeout(waiting);
	running.abort();
	running = new AbortController();
	const values = state();
	$('q').value = values.q || '';
	filters.forEach((name) => $(name).value = values[name] || '');
	$('clear').hidden = !filters.some((name) => values[name]);
	$('problem').hidden = true;
	if (!values.q && !values.like) {
		$('results').removeAttribute('aria-busy');
		$('summary').replaceChildren();
		$('cards').replaceChildren();
		$('welcome').hidden = false;
		return;
	}
	const path = values.like ? `api/properties/${encodeURIComponent(values.like)}/similar` : 'api/search' + address(values);
	$('welcome').hidden = true;
	$('results').setAttribute('aria-busy', 'true');
	const start = performance.now();
	try {
		const found = await get(path, { signal: running.signal });
		summarize(values, found, performance.now() - start);
		$('cards').replaceChildren(...found.results.map(card));
		refreshStore();
	}
	catch (failure) {
		if (failure.name === 'AbortError') {
			return;
		}
		$('summary').replaceChildren();
		$('cards').replaceChildren();
		$('problem').hidden = false;
		$('problem').querySelector('p').textContent = failure.message;
	}
	$('results').removeAttribute('aria-busy');
}

function summarize(values, found, total) {
	const what = document.createElement('span');
	const count = found.results.length;
	if (values.like) {
		what.append('More like ', strong(values.like), ' · ', link('back', () => history.back()));
	}
	else if (count) {
		what.append(count === 1 ? '1 property' : `${count} properties`, ', nearest first');
	}
	else {
		what.append(strong('Nothing found.'), $('clear').hidden ? ' The index may still be empty.'
			: ' No property satisfies these filters.');
	}
	const time = document.createElement('span');
	time.textContent = `${millis(found.millis)} on the server, ${millis(total)} in all`;
	$('summary').replaceChildren(what, time);
}

function strong(text) {
	const element = document.createElement('strong');
	element.textContent = text;
	return element;
}

function link(text, action) {
	const element = document.createElement('button');
	element.type = 'button';
	element.className = 'link';
	element.textContent = text;
	element.addEventListener('click', action);
	return element;
}

function millis(value) {
	return (value < 10 ? value.toFixed(1) : Math.round(value)) + ' ms';
}

function card({ content: property, score }) {
	const element = $('card').content.firstElementChild.cloneNode(true);
	const part = (selector) => element.querySelector(selector);
	part('.name').textContent = property.name;
	part('.badge').hidden = !property.deprecated;
	part('.description').textContent = property.description;
	part('.type').textContent = property.type;
	part('.with-default').hidden = property.defaultValue === null || property.defaultValue === '';
	part('.default').textContent = property.defaultValue;
	part('.bar').style.setProperty('--score', score);
	part('.value').textContent = score.toFixed(3);
	part('.score').title = 'Similarity between 0 and 1';
	part('.value').setAttribute('aria-label', `similarity ${score.toFixed(3)}`);
	part('.like').setAttribute('aria-label', `More like ${property.name}`);
	part('.like').addEventListener('click', () => {
		go({ like: property.name });
		$('results').focus({ preventScroll: true });
		scrollTo({ top: 0, behavior: 'instant' });
	});
	return element;
}

/* What stands around them */

async function loadFacets() {
	const facets = await get('api/facets');
	fill($('group'), facets.groups);
	fill($('type'), facets.types);
}

function fill(select, counts) {
	counts.forEach(({ value, count }) => select.add(new Option(`${value} (${count})`, value)));
}

async function refreshStatus() {
	const status = await get('api/status');
	$('filters').disabled = status.filterObjection !== null;
	$('no-filters').hidden = status.filterObjection === null;
	$('no-filters').textContent = `Not available with ${status.filterObjection}`;
	showIndex(status.index);
	return status;
}

function showIndex({ phase, total, pending, stored, problem }) {
	const progress = $('progress');
	$('indexing').hidden = phase === 'READY';
	$('indexing').classList.toggle('problem', phase === 'FAILED');
	progress.hidden = phase === 'FAILED';
	progress.max = pending || 1;
	if (phase === 'INDEXING') {
		progress.value = stored;
	}
	else {
		progress.removeAttribute('value');
	}
	$('progress-text').textContent = {
		COMPARING: `Comparing the index with ${total} properties on the class path …`,
		INDEXING: `Reading ${pending} descriptions: ${stored} understood. You can search those already.`,
		FAILED: `The index is not complete: ${problem}`
	}[phase] || '';
}

async function followIndex() {
	try {
		const status = await refreshStatus();
		if (status.index.phase === 'COMPARING' || status.index.phase === 'INDEXING') {
			setTimeout(followIndex, 300);
		}
		else {
			refreshStore();
		}
	}
	catch {
		setTimeout(followIndex, 2000);
	}
}

async function refreshStore() {
	const [status, health, searches] = await Promise.all([
		get('api/status').catch(() => null),
		get('actuator/health').catch(() => ({ status: 'DOWN' })),
		get('actuator/metrics/spring.data.repository.invocations').catch(() => null)
	]);
	const parts = [part(health.status === 'UP' ? 'up' : 'down', `health ${health.status}`)];
	if (status) {
		parts.unshift(part('', `store ${status.store} (${status.kind})`), part('', `${status.index.total} properties`));
	}
	if (searches) {
		const figures = Object.fromEntries(searches.measurements.map(({ statistic, value }) => [statistic, value]));
		parts.push(part('', `${figures.COUNT} repository calls, ${millis(1000 * figures.TOTAL_TIME / figures.COUNT)} each`));
	}
	$('store').replaceChildren(...parts);
	if ($('watch').open && status) {
		watch(status.store).catch(() => {});
	}
}

/* Health and meters as Boot shows them to everybody. */

async function watch(store) {
	const [health, operations] = await Promise.all([storeHealth(store), storeOperations(store)]);
	$('health').replaceChildren(...Object.entries(health).map(([name, value]) => {
		const pair = document.createElement('div');
		pair.append(element('dt', words(name)), element('dd', readable(name, value)));
		return pair;
	}));
	$('operations').replaceChildren(...operations.map((cells) => {
		const row = document.createElement('tr');
		row.append(...cells.map((text, column) => element(column ? 'td' : 'th', text)));
		row.firstElementChild.scope = 'row';
		return row;
	}));
}

async function storeHealth(store) {
	const response = await fetch(`actuator/health/quiver/${encodeURIComponent(store)}`);
	const { status, details } = await response.json();
	return { status, ...details };
}

function words(name) {
	return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/* Boot writes sizes as numbers of bytes and times in ISO 8601. */
function readable(name, value) {
	const seconds = /^PT([\d.]+)S$/.exec(value);
	if (seconds) {
		return millis(1000 * seconds[1]);
	}
	return (name.endsWith('Space')) ? `${(value / 2 ** 30).toFixed(1)} GB` : value;
}

async function storeOperations(store) {
	const tag = (name, value) => `tag=${encodeURIComponent(`${name}:${value}`)}`;
	const ofStore = tag('quiver.store', store);
	const meter = (name, ...tags) => get(`actuator/metrics/${name}?${[ofStore, ...tags].join('&')}`)
		.then(({ measurements, availableTags }) => ({ ...Object.fromEntries(measurements.map(({ statistic, value }) => [statistic, value])), availableTags }))
		.catch(() => ({ COUNT: 0, TOTAL: 0, availableTags: [] }));
	const values = ({ availableTags }, name) => availableTags.find(({ tag }) => tag === name)?.values ?? [];
	const all = await meter('quiver.store.operation');
	return Promise.all(values(all, 'db.operation.name').sort().map(async (operation) => {
		const ofOperation = tag('db.operation.name', operation);
		const [calls, fine, returned, written] = await Promise.all([
			meter('quiver.store.operation', ofOperation),
			meter('quiver.store.operation', ofOperation, tag('error.type', 'none')),
			meter('quiver.store.rows.returned', ofOperation),
			meter('quiver.store.rows.written', ofOperation)
		]);
		return [operation, calls.COUNT, calls.COUNT - fine.COUNT, millis(1000 * calls.TOTAL_TIME / calls.COUNT), millis(1000 * calls.MAX),
			returned.TOTAL + written.TOTAL];
	}));
}

function element(type, text) {
	const element = document.createElement(type);
	element.textContent = text;
	return element;
}

function part(type, text) {
	const element = document.createElement('span');
	element.className = type;
	element.textContent = text;
	return element;
}

/* Hands */

$('search').addEventListener('submit', (event) => {
	event.preventDefault();
	go(entered());
});

$('q').addEventListener('input', () => {
	clearTimeout(waiting);
	waiting = setTimeout(() => go(entered(), true), 300);
});

filters.forEach((name) => $(name).addEventListener('change', () => go(entered())));

$('watch').addEventListener('toggle', refreshStore);

$('clear').addEventListener('click', () => {
	go({ q: $('q').value.trim() });
	$('q').focus();
});

$('problem').querySelector('button').addEventListener('click', show);

addEventListener('popstate', show);

addEventListener('keydown', (event) => {
	if (event.key === '/' && !['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName)) {
		event.preventDefault();
		$('q').focus();
		$('q').select();
	}
});

examples.forEach((text) => {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'quiet';
	button.textContent = text;
	button.addEventListener('click', () => go({ q: text }));
	const item = document.createElement('li');
	item.append(button);
	document.querySelector('.examples').append(item);
});

loadFacets().catch(() => {}).finally(show);
followIndex();
